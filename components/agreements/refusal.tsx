"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";

const known = [
  "notFound",
  "letGo",
  "offeredAlready",
  "offerGone",
  "agreedAlready",
  "onBreak",
  "slowDown",
  "notLinked",
  "signedOut",
  "invalid",
  "tooLarge",
  "offline",
] as const;

/** Why something did not happen to an agreement; nothing while all is well. What this page does not know is "out of order". */
export function AgreementRefusal({ refusal }: { refusal: string | null }) {
  const t = useTranslations("agreements.refusals");
  if (refusal === null) return null;
  return (
    <Notice tone="warn" title={t("title")}>
      {t(known.find((one) => one === refusal) ?? "unavailable")}
    </Notice>
  );
}
