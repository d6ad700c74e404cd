"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";

/** What has words of its own; anything else comes from a newer server and is "out of order" here. */
const known = ["offline", "signedOut", "titleEmpty", "titleTooLong", "titleOneLine", "unavailable"] as const;

export const useRefusalWords = () => {
  const t = useTranslations("notices.refused");
  return (refusal: string): string => t(known.find((one) => one === refusal) ?? "unavailable");
};

/** Says that it stands as before, and what stood in the way. */
export function NoticesRefusal({ refusal }: { refusal: string | null }) {
  const t = useTranslations("notices.refused");
  const wordsFor = useRefusalWords();
  if (refusal === null) return null;
  return (
    <Notice tone="warn" title={t("title")}>
      {wordsFor(refusal)} {t("text")}
    </Notice>
  );
}
