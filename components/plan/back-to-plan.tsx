import Link from "next/link";
import { useTranslations } from "next-intl";

/** From a page of planning back to the plan. Needs `plan`. */
export function BackToPlan() {
  const t = useTranslations("plan");
  return (
    <Link
      href="/plan"
      prefetch={false}
      className="inline-flex min-h-11 items-center self-start text-us underline underline-offset-4"
    >
      {t("back")}
    </Link>
  );
}
