import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";

/** Said where the browser has no `crypto.subtle` (http on another machine), in the place of a form that could not work. */
export function NoKeysHere() {
  const t = useTranslations("account.noKeysHere");
  return (
    <Notice tone="warn" title={t("title")}>
      {t("text")}
    </Notice>
  );
}
