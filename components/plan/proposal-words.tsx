"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { KeysAway } from "@/components/auth/keys-away";
import { useCoupleKey } from "@/components/auth/use-couple-key";
import { Skeleton } from "@/components/ui/skeleton";
import { SpokenWords } from "@/components/ui/spoken-words";
import type { CoupleId } from "@/lib/ids";
import type { ProposalView } from "@/lib/plan/planning";
import type { Sealed } from "@/lib/sealing/sealed";

export type ProposalWordsProps = {
  proposal: ProposalView;
  coupleId: CoupleId;
  /** Whose words they are. */
  name: string;
  /** Home asks for no password: it leads to the plan, which does. */
  unlocksHere: boolean;
};

/** The words of an asking, opened here. Where that is not possible all else of it stands, and can be answered. Needs `plan`. */
export function ProposalWords({ proposal, ...rest }: ProposalWordsProps) {
  return proposal.words === null ? null : <Sent {...rest} proposal={proposal} words={proposal.words} />;
}

function Sent({ proposal, words, coupleId, name, unlocksHere }: ProposalWordsProps & { words: Sealed }) {
  const t = useTranslations("plan.proposal");
  const found = useCoupleKey(coupleId);
  if (found.state === "opening") return <Skeleton lines={2} label={t("opening")} />;
  if (found.state === "ready") return <Opened {...{ proposal, words, coupleId, name }} coupleKey={found.key} />;
  if (found.state === "locked" && unlocksHere) return <KeysAway found={found} />;
  if (found.state === "locked") {
    return (
      <Link href="/plan" className="inline-flex min-h-11 items-center text-us underline underline-offset-4">
        {t("unlock")}
      </Link>
    );
  }
  return <p className="text-muted italic">{t("shut")}</p>;
}

type OpenedProps = Pick<ProposalWordsProps, "proposal" | "coupleId" | "name"> & { words: Sealed; coupleKey: CryptoKey };

function Opened({ proposal: { proposalId, seat }, words, coupleId, name, coupleKey }: OpenedProps) {
  const t = useTranslations("plan.proposal");
  const [said, setSaid] = useState<{ text: string | null } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a proposal's words never change, and arrive as another object
  useEffect(() => {
    let gone = false;
    import("./seal-proposal")
      .then(({ openProposal }) => openProposal(coupleKey, { coupleId, seat, proposalId }, words))
      .catch(() => ({ ok: false }) as const)
      .then((opened) => {
        if (!gone) setSaid({ text: opened.ok ? opened.value : null });
      });
    return () => {
      gone = true;
    };
  }, [coupleKey, coupleId, seat, proposalId, words.c]);
  if (said === null) return <Skeleton lines={2} label={t("opening")} />;
  if (said.text === "") return null;
  return (
    <SpokenWords seat={seat} name={name}>
      {said.text ?? <span className="font-sans text-body italic">{t("shut")}</span>}
    </SpokenWords>
  );
}
