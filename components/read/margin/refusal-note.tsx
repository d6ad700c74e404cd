import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";

const named = [
  "notAParticipant",
  "readOnly",
  "stillRunning",
  "tooManyNotes",
  "notYours",
  "offerWaits",
  "offerChanged",
  "ownOffer",
  "alreadyAgreed",
  "captionChanged",
  "signedOut",
  "offline",
  "tooLarge",
] as const;

/** Why something was not done, and that nothing is lost. */
export function RefusalNote({ refusal }: { refusal: string | null }) {
  const t = useTranslations("together.refusals");
  if (refusal === null) return null;
  const known = named.find((name) => name === refusal) ?? "unavailable";
  return <Notice tone="warn">{t(known)}</Notice>;
}
