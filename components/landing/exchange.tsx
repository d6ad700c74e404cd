import { useTranslations } from "next-intl";
import { SpokenWords } from "@/components/ui/spoken-words";

/* The edge in the page's own colour keeps two papers apart where they overlap. */
const paper = "relative rounded-l-input outline-4 outline-bg shadow-card";

/** One real exchange, on papers that overlap as they would on one table. */
export function Exchange() {
  const t = useTranslations("landing.exchange");
  return (
    <section aria-label={t("label")} className="grid animate-enter py-4">
      <SpokenWords seat="A" name={t("mara")} says={t("says")} className={`${paper} mr-6 -rotate-1 pb-8 sm:mr-16`}>
        {t("spoken")}
      </SpokenWords>
      <SpokenWords
        seat="B"
        name={t("sam")}
        says={t("saysBack")}
        className={`${paper} -mt-4 ml-6 rotate-1 pb-6 sm:ml-16`}
      >
        {t("reflected")}
      </SpokenWords>
      <SpokenWords seat="A" name={t("mara")} says={t("confirms")} className={`${paper} -mt-3 mr-auto ml-2 -rotate-1`}>
        {t("confirmed")}
      </SpokenWords>
    </section>
  );
}
