import { useTranslations } from "next-intl";
import { SpokenWords } from "@/components/ui/spoken-words";

/** One real exchange, on two cards that overlap as two papers on one table would. */
export function Exchange() {
  const t = useTranslations("landing.exchange");
  return (
    <section aria-label={t("label")} className="grid animate-enter py-2">
      <div className="relative mr-6 -rotate-1 rounded-card bg-surface p-2 pb-6 shadow-card sm:mr-12">
        <SpokenWords seat="A" name={t("mara")} says={t("says")}>
          {t("spoken")}
        </SpokenWords>
      </div>
      <div className="relative -mt-5 ml-6 rotate-1 rounded-card border border-border bg-surface p-2 shadow-card sm:ml-12">
        <SpokenWords seat="B" name={t("sam")} says={t("saysBack")}>
          {t("reflected")}
        </SpokenWords>
      </div>
      <div className="relative -mt-3 mr-auto ml-2 -rotate-1 rounded-card border border-border bg-surface p-2 shadow-card sm:ml-4">
        <SpokenWords seat="A" name={t("mara")} says={t("confirms")} className="py-2">
          {t("confirmed")}
        </SpokenWords>
      </div>
    </section>
  );
}
