import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";

/**
 * What somebody reads whose couple ended. The page of unlinking shows this very note, so that its promise is kept. Without a name
 * the other's account is gone, and with it at once whatever they did not leave.
 */
export function UnlinkedNote({ name }: { name: string | null }) {
  const t = useTranslations("unlink.theirNote");
  return (
    <Notice quiet title={t("title", { name: name ?? t("someone") })}>
      {t(name === null ? "gone" : "text")}
    </Notice>
  );
}
