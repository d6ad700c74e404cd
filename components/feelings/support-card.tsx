import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Support } from "@/lib/coach/hint";
import { quietButton } from "./quiet-button";

/** Words that told of harm are left as they are. What helps is shown to this person alone, and can be put away. */
export function SupportCard({ support }: { support: Support }) {
  const t = useTranslations("feelings.support");
  const [closed, setClosed] = useState(false);
  if (closed) return null;
  return (
    <section aria-label={t("title")} className="grid gap-2 rounded-card border-2 border-ink bg-surface p-4">
      <p className="font-semibold">{t("title")}</p>
      <p>{t(support.about === "selfHarm" ? "selfHarm" : "harm")}</p>
      <p className="text-small text-muted">{t("device")}</p>
      {/* In a new tab: leaving the room would show to the other, and what is written here would be out of sight. */}
      <a
        href="/safety"
        target="_blank"
        rel="noreferrer"
        className="py-2.5 font-semibold text-us underline underline-offset-4"
      >
        {t("link")}
      </a>
      <button type="button" onClick={() => setClosed(true)} className={`${quietButton} -ml-3 justify-self-start`}>
        {t("close")}
      </button>
    </section>
  );
}
