import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { LiveRefresh } from "@/app/live-refresh";
import { JoinClosed } from "@/components/join/join-closed";
import { JoinInvitation } from "@/components/join/join-invitation";
import { JoinTable } from "@/components/join/join-table";
import { Words } from "@/components/messages/words";
import { LocalTime } from "@/components/ui/local-time";
import { Page } from "@/components/ui/page";
import { loadJoin } from "@/server/couples/loaders";
import { accept, claim, decline, withdrawClaim } from "../actions";

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ by?: string | string[] }> };

// The same for every invitation: whoever looks at the tab or the history learns no name.
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("join");
  return { title: t("title"), robots: { index: false } };
}

export default async function JoinPage({ params, searchParams }: Props) {
  const { actor, invitation } = await loadJoin((await params).token);
  if (!invitation.ok) return <JoinClosed refusal={invitation.refusal} />;
  const open = invitation.value;
  const { name } = open.inviter;
  const t = await getTranslations("join");
  return (
    <Page title={t("invites", { name })} lead={t("lead")}>
      {actor !== null && <LiveRefresh />}
      <Words namespaces={["join", "linking", "unlock", "account"]}>
        <JoinInvitation
          invitation={open}
          signedIn={actor !== null}
          byCode={(await searchParams).by === "code"}
          accept={accept}
          decline={decline}
          claim={claim}
          withdraw={withdrawClaim}
        >
          <JoinTable name={name} />
          <p>{t("unlinkLine")}</p>
          <p>
            <Link
              href="/hosting"
              prefetch={false}
              className="inline-flex min-h-11 items-center font-semibold text-us underline underline-offset-4"
            >
              {t("hosting")}
            </Link>
          </p>
          <p className="text-muted">{t.rich("until", { time: () => <LocalTime key="until" at={open.expiresAt} /> })}</p>
        </JoinInvitation>
      </Words>
    </Page>
  );
}
