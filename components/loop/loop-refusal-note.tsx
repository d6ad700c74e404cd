import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";

const named = [
  "notAParticipant",
  "changedMeanwhile",
  "notWhole",
  "notMet",
  "justCaught",
  "tooLate",
  "signedOut",
  "offline",
  "tooLarge",
] as const;

/** Why something was not done, and that nothing is lost. */
export function LoopRefusalNote({ refusal }: { refusal: string | null }) {
  const t = useTranslations("loop.refusals");
  if (refusal === null) return null;
  return <Notice tone="warn">{t(named.find((name) => name === refusal) ?? "unavailable")}</Notice>;
}
