import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";

const refusals = ["notLinked", "notWanted", "signedOut", "offline"] as const;

/** Why the patterns are not there. Needs `patterns`. */
export function PatternsRefusal({ refusal }: { refusal: string | null }) {
  const t = useTranslations("patterns.refusals");
  if (refusal === null) return null;
  return <Notice tone="warn">{t(refusals.find((one) => one === refusal) ?? "unavailable")}</Notice>;
}
