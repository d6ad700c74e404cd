import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";

const known = [
  ...(["tooLarge", "notOurs", "tooNew", "broken", "passphrase", "needsPassphrase", "unreadable"] as const),
  ...(["tooMany", "notFound", "locked", "signedOut", "offline", "invalid"] as const),
];

/** Why a file was not taken over, by its name. Needs `import`. */
export function ImportRefusal({ refusal }: { refusal: string | null }) {
  const t = useTranslations("import.refusals");
  if (refusal === null) return null;
  return (
    <Notice tone="warn" title={t("title")}>
      {t(known.find((one) => one === refusal) ?? "unavailable")}
    </Notice>
  );
}
