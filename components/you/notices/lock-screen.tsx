import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";

/** A notice as it looks to whoever walks by. */
export function LockScreen() {
  const t = useTranslations("notices.screen");
  return (
    <Card aria-labelledby="lock-screen" className="grid gap-3">
      <h2 id="lock-screen" className="text-lead font-semibold">
        {t("title")}
      </h2>
      <p className="text-muted">{t("text")}</p>
      <ul className="grid gap-2 rounded-card bg-sunken p-4">
        {[t("one"), t("other")].map((words) => (
          <li key={words} className="rounded-input border border-border bg-surface px-3 py-2">
            <span className="font-semibold">{words}</span>
            <span className="block text-small text-muted">{t("from")}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
