"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { RadioRow } from "@/components/ui/radio-row";
import type { Look } from "@/lib/preferences/look";
import { contrasts, textSizes, themes } from "@/lib/preferences/look-choices";

export type LookSettingsProps = {
  look: Look;
  /** A server action that keeps the look on this device. It resolves to false when it could not. */
  action: (look: Look) => Promise<boolean>;
};

const draw = (look: Look) => {
  const root = document.documentElement;
  root.dataset.theme = look.theme;
  root.dataset.contrast = look.contrast;
  root.dataset.text = look.text;
};

/** Theme, contrast and text size; each choice shows at once and is kept. Needs the `look` namespace. */
export function LookSettings({ look, action }: LookSettingsProps) {
  const t = useTranslations("look");
  const [chosen, setChosen] = useState(look);
  const [kept, setKept] = useState<boolean | null>(null);
  const [, startTransition] = useTransition();

  const choose = (change: Partial<Look>) => {
    const next = { ...chosen, ...change };
    setChosen(next);
    draw(next);
    startTransition(async () => {
      const saved = await action(next).catch(() => false);
      setKept(saved);
    });
  };
  return (
    <div className="grid gap-6">
      <RadioRow
        legend={t("theme.legend")}
        name="theme"
        value={chosen.theme}
        onChange={(theme) => choose({ theme })}
        options={themes.map((value) => ({ value, label: t(`theme.${value}`) }))}
      />
      <RadioRow
        legend={t("contrast.legend")}
        name="contrast"
        value={chosen.contrast}
        onChange={(contrast) => choose({ contrast })}
        options={contrasts.map((value) => ({ value, label: t(`contrast.${value}`) }))}
      />
      <RadioRow
        legend={t("text.legend")}
        name="text"
        value={chosen.text}
        onChange={(text) => choose({ text })}
        options={textSizes.map((value) => ({ value, label: t(`text.${value}`) }))}
      />
      <p role="status" className="min-h-6 text-small text-muted">
        {kept === null ? "" : t(kept ? "kept" : "notKept")}
      </p>
    </div>
  );
}
