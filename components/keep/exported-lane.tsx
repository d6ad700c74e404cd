import { useTranslations } from "next-intl";
import type { ExportedLane } from "@/lib/export/export";
import { laneLines } from "@/lib/export/lane-lines";
import type { MarkdownWords } from "@/lib/export/to-markdown";
import { SaidWords } from "./said-words";

/** One's own side of a loop, step by step. Needs `export`. */
export function ExportedLanePage({ lane, words }: { lane: ExportedLane; words: MarkdownWords }) {
  const t = useTranslations("export.file");
  return (
    <section className="grid gap-3">
      <h2 className="text-lead font-semibold print:break-after-avoid">{t("loop")}</h2>
      <p className="font-sans text-small text-muted">
        {words.with(lane.with)} · {words.date(lane.changedAt)}
      </p>
      {"absent" in lane.said && <SaidWords said={lane.said} />}
      {laneLines(lane.said, words.word).map(({ step, text }) => (
        <figure key={step} className="grid gap-1 print:break-inside-avoid">
          <figcaption className="font-sans text-small text-muted">{words.step(step)}</figcaption>
          <blockquote className="whitespace-pre-wrap border-l-2 border-us pl-4">{text}</blockquote>
        </figure>
      ))}
    </section>
  );
}
