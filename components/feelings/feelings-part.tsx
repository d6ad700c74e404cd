import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { findFeeling, softlyOfferPause } from "@/lib/words/feelings";
import { nearestFeelings } from "@/lib/words/nearest-feelings";
import { AboutTopics } from "./about-topics";
import { ChosenWords } from "./chosen-words";
import { FeelingChips } from "./feeling-chips";
import type { Piece } from "./parts";
import { PointFinder, pointOf, type Whereabouts } from "./point-finder";
import { SofterQuestion } from "./softer-question";
import type { Feelings } from "./use-feelings";
import { WordSearch } from "./word-search";

export type FeelingsPartProps = {
  piece: Piece;
  onChange(next: Piece): void;
  feelings: Feelings;
  where: Whereabouts;
  onWhere(next: Whereabouts): void;
  /** Nothing but the words: not what is softer beside them, nor what they are about. */
  isBrief?: boolean;
};

const asksForAPause = ({ feelings }: Piece) =>
  feelings.some(({ word }) => {
    const feeling = findFeeling(word);
    return feeling !== null && softlyOfferPause.has(feeling.id);
  });

/** Two small questions, the nearest words, how strongly each is there, and what may be softer beside it. */
export function FeelingsPart({ piece, onChange, feelings, where, onWhere, isBrief = false }: FeelingsPartProps) {
  const t = useTranslations("feelings");
  const point = pointOf(where);
  const near: string[] = point === null ? [] : nearestFeelings(point).map(({ id }) => id);
  return (
    <div className="grid gap-6">
      <PointFinder value={where} onChange={onWhere} />
      <div className="grid gap-2">
        {point === null ? (
          <p className="text-small text-muted">{t("words.first")}</p>
        ) : (
          <FeelingChips legend={t(point === "mixed" ? "words.mixed" : "words.near")} words={near} feelings={feelings} />
        )}
        <p role="status" className="text-small font-semibold">
          {feelings.note}
        </p>
      </div>
      <WordSearch feelings={feelings} shownAlready={near} />
      <ChosenWords piece={piece} onChange={onChange} feelings={feelings} />
      {asksForAPause(piece) && <Notice>{t("pause")}</Notice>}
      {!isBrief && <SofterQuestion piece={piece} onChange={onChange} />}
      {!isBrief && <AboutTopics piece={piece} onChange={onChange} />}
    </div>
  );
}
