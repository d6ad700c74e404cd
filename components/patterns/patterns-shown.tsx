"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { QuadrantGlyph } from "@/components/feelings/quadrant-glyph";
import { Card } from "@/components/ui/card";
import type { ReviewAnswer } from "@/lib/agreements/agreement";
import type { Counted, Patterns } from "@/lib/patterns/patterns";
import { type QuadrantId, quadrants } from "@/lib/words/field";
import { type Bar, Strip } from "./strip";

const looks: Record<QuadrantId, string> = {
  stirred: "fill-stirred-tint stroke-stirred",
  bright: "fill-bright-tint stroke-bright",
  heavy: "fill-heavy-tint stroke-heavy",
  settled: "fill-settled-tint stroke-settled",
};
const plainLook = "fill-us-tint stroke-us";

const fieldBars = (counts: Patterns["named"]): Bar[] =>
  quadrants.map(({ id, word }) => ({
    key: id,
    label: word,
    count: counts[id],
    look: looks[id],
    glyph: <QuadrantGlyph quadrant={id} y={2} size={15} />,
  }));
const wordBars = (counted: readonly Counted[]): Bar[] =>
  counted.map(({ word, checkIns }) => ({ key: word, label: word, count: checkIns, look: plainLook }));

/** Of one answer or two everybody knows whose they are. */
const leastAnswers = 4;

export type PatternsShownProps = { patterns: Patterns; reviews: Readonly<Record<ReviewAnswer, number>> };

/** What repeats, as "we". Each part ends in a question, and there is no other conclusion. */
export function PatternsShown({ patterns, reviews }: PatternsShownProps) {
  const t = useTranslations("patterns");
  const { checkIns, named, left, withNamed, withLeft, shared, topics } = patterns;
  const columns = (what: "field" | "word" | "topic") => ({ what: t(`columns.${what}`), count: t("columns.checkIns") });
  const answered = reviews.kept + reviews.partly + reviews.change;
  const reviewBars = (["kept", "partly", "change"] as const).map(
    (answer): Bar => ({ key: answer, label: t(`agreements.${answer}`), count: reviews[answer], look: plainLook }),
  );
  return (
    <>
      <p className="text-muted">{t("of", { count: checkIns })}</p>
      <Part title={t("feelings.title")} question={t("feelings.question")} isEmpty={withNamed + withLeft === 0}>
        <Strip
          title={t("feelings.named")}
          about={t("feelings.namedAbout", { count: withNamed })}
          bars={fieldBars(named)}
          of={withNamed}
          columns={columns("field")}
          asTable={t("asTable")}
        />
        <Strip
          title={t("feelings.left")}
          about={t("feelings.leftAbout", { count: withLeft })}
          bars={fieldBars(left)}
          of={withLeft}
          columns={columns("field")}
          asTable={t("asTable")}
        />
      </Part>
      <Part title={t("shared.title")} question={t("shared.question")} isEmpty={shared.length === 0}>
        <Strip
          title={t("shared.strip")}
          about={t("shared.about")}
          bars={wordBars(shared)}
          of={checkIns}
          columns={columns("word")}
          asTable={t("asTable")}
        />
      </Part>
      <Part title={t("topics.title")} question={t("topics.question")} isEmpty={topics.length === 0}>
        <Strip
          title={t("topics.strip")}
          about={t("topics.about")}
          bars={wordBars(topics)}
          of={checkIns}
          columns={columns("topic")}
          asTable={t("asTable")}
        />
      </Part>
      <Part title={t("agreements.title")} question={t("agreements.question")} isEmpty={answered < leastAnswers}>
        <Strip
          title={t("agreements.strip")}
          about={t("agreements.about", { count: answered })}
          bars={reviewBars}
          of={answered}
          columns={{ what: t("columns.answer"), count: t("columns.times") }}
          asTable={t("asTable")}
        />
      </Part>
    </>
  );
}

type PartProps = { title: string; question: string; isEmpty: boolean; children: ReactNode };

function Part({ title, question, isEmpty, children }: PartProps) {
  const t = useTranslations("patterns");
  return (
    <Card aria-label={title} className="grid gap-4">
      <h2 className="text-lead font-semibold">{title}</h2>
      {isEmpty ? <p className="text-muted">{t("nothingHere")}</p> : children}
      <p className="font-spoken text-spoken">{question}</p>
    </Card>
  );
}
