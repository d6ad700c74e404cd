import { useTranslations } from "next-intl";
import { useState } from "react";
import { CheckChip } from "@/components/ui/check-chip";
import { topics } from "@/lib/words/topics";
import type { Piece } from "./parts";

/** What it is about; nobody has to say. */
export function AboutTopics({ piece, onChange }: { piece: Piece; onChange(next: Piece): void }) {
  const t = useTranslations("feelings.about");
  const about = piece.about ?? [];
  // Only how it begins: taking the last one back must not shut it under the finger.
  const [open] = useState(about.length > 0);
  const toggle = (topic: string) =>
    onChange({
      ...piece,
      about: about.includes(topic) ? about.filter((other) => other !== topic) : [...about, topic],
    });
  return (
    <details open={open || undefined} className="rounded-card border border-border px-4">
      <summary className="min-h-11 py-2.5 font-semibold">
        {t("summary")} <span className="font-normal text-muted">{t("optional")}</span>
      </summary>
      <fieldset className="pb-4">
        <legend className="sr-only">{t("legend")}</legend>
        <div className="flex flex-wrap gap-2">
          {topics.map(({ id, word }) => (
            <CheckChip key={id} checked={about.includes(id)} onChange={() => toggle(id)}>
              {word}
            </CheckChip>
          ))}
        </div>
      </fieldset>
    </details>
  );
}
