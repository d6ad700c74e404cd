"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { TextArea } from "@/components/ui/text-area";
import { textMaxCharacters } from "@/lib/sealing/text-max-characters";

const startUps = ["start1", "start2", "start3"] as const;

export type AskWordsProps = {
  text: string;
  onChange(text: string): void;
  name: string;
  /** An answer with other times needs no opening. */
  withOpenings: boolean;
};

/** How one asks: three soft openings to begin with, one's own words in the end, or none at all. */
export function AskWords({ text, onChange, name, withOpenings }: AskWordsProps) {
  const t = useTranslations("plan.ask");
  const id = useId();
  const openings = startUps.map((one) => t(one));
  // An opening gives way to another; what somebody wrote themselves stays before it.
  const pick = (opening: string) => {
    const untouched = text.trim() === "" || openings.includes(text.trim());
    onChange(untouched ? opening : `${text.trimEnd()}\n${opening}`);
  };
  return (
    <section aria-labelledby={id} className="grid gap-3">
      <h2 id={id} className={withOpenings ? "font-semibold" : "sr-only"}>
        {t("how")}
      </h2>
      {withOpenings && (
        <ul aria-label={t("openings")} className="grid gap-2">
          {openings.map((opening) => (
            <li key={opening} className="grid">
              <button
                type="button"
                onClick={() => pick(opening)}
                className="min-h-11 rounded-card border border-control bg-surface px-4 py-2 text-left font-spoken hover:bg-us-tint"
              >
                {opening}
              </button>
            </li>
          ))}
        </ul>
      )}
      <TextArea
        label={t("own")}
        optional
        hint={t("ownHint", { name })}
        spoken
        max={textMaxCharacters}
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
    </section>
  );
}
