import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { Page } from "@/components/ui/page";
import type { InvitationRefusal } from "@/lib/invitation/invitation";

const nextSteps = {
  notFound: { href: "/join", words: "toCode" },
  used: { href: "/", words: "toStart" },
  expired: { href: "/join", words: "toCode" },
  revoked: { href: "/join", words: "toCode" },
  joined: { href: "/us", words: "toUs" },
  ownInvitation: { href: "/us/invite", words: "toInvite" },
  alreadyLinked: { href: "/you", words: "toYou" },
  inviterLinked: { href: "/", words: "toStart" },
} as const satisfies Record<InvitationRefusal, { href: string; words: string }>;

/** An invitation that this person can't answer: why, in its own words, and one next step. */
export function JoinClosed({ refusal }: { refusal: InvitationRefusal }) {
  const t = useTranslations("join.closed");
  const { href, words } = nextSteps[refusal];
  return (
    <Page title={t(`${refusal}.title`)} lead={t(`${refusal}.text`)}>
      <div>
        <ButtonLink href={href} prefetch={false}>
          {t(words)}
        </ButtonLink>
      </div>
    </Page>
  );
}
