import { useTranslations } from "next-intl";

/** The first stop of the Tab key: past the header, to the page's own words. */
export function SkipLink() {
  const t = useTranslations("shell");
  return (
    <a
      href="#main"
      className="sr-only rounded-input bg-us px-4 py-3 text-on-us focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:px-4 focus:py-3"
    >
      {t("skip")}
    </a>
  );
}
