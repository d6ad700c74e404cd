import { useTranslations } from "next-intl";
import type { KeepDays } from "@/lib/keeping/keep-days";

/** "90 days after its end", in the largest unit that fits evenly. Needs `keeping`. */
export function useKeptFor(): (days: KeepDays) => string {
  const t = useTranslations("keeping");
  return (days) => {
    if (days === null) return t("forEver");
    if (days % 365 === 0) return t("years", { years: days / 365 });
    return days % 30 === 0 && days > 30 ? t("months", { months: days / 30 }) : t("days", { days });
  };
}
