import { useTranslations } from "next-intl";
import { LeavePage } from "./leave-page";

/** The leave-this-page button with its explanation, for the footer. */
export function LeaveFooter() {
  const t = useTranslations("shell.leave");
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <LeavePage>{t("button")}</LeavePage>
      <p className="max-w-measure min-w-0 flex-1 basis-60">{t("hint")}</p>
    </div>
  );
}
