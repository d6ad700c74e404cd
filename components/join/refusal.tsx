"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";

const known = [
  "alreadyLinked",
  "coupleIdTaken",
  "notFound",
  "used",
  "expired",
  "revoked",
  "joined",
  "ownInvitation",
  "inviterLinked",
  "notProven",
  "taken",
  "claimantChanged",
  "notACode",
  "noSuchCode",
  "alreadyUnlinked",
  "signedOut",
  "invalid",
  "tooLong",
  "couldNotBeOpened",
  "offline",
  "askerChanged",
  "changedMeanwhile",
  "notGiven",
  "notBothLost",
  "notLinked",
] as const;

export type Refused = { refusal: string; retryAfterSeconds?: number };

/** A refusal in words. One whose name this page does not know comes from a newer server and is "out of order" here. */
export function useRefusalWords(): (refused: Refused) => string {
  const t = useTranslations("linking.refusals");
  return ({ refusal, retryAfterSeconds }) => {
    if (refusal === "tooManyTries") return t("tooManyTries", { seconds: retryAfterSeconds ?? 60 });
    return t(known.find((one) => one === refusal) ?? "unavailable");
  };
}

/** Says why something did not go through, and nothing while all is well. */
export function RefusalNotice({ refused }: { refused: Refused | null }) {
  const t = useTranslations("linking.refusals");
  const wordsFor = useRefusalWords();
  if (refused === null) return null;
  return (
    <Notice tone="warn" title={t("title")}>
      {wordsFor(refused)}
    </Notice>
  );
}
