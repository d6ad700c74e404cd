import { useTranslations } from "next-intl";
import type { Exchange } from "@/lib/check-in/state";
import type { Seat } from "@/lib/ids";
import { otherSeat } from "@/lib/other-seat";
import { WritingCard } from "./writing-card";

export type LetterProps = {
  exchanges: readonly Exchange[];
  speaker: Seat;
  names: Readonly<Record<Seat, string>>;
};

/** A turn as it grew: each piece, what came back for it, what was added. Attempts that did not stand are not in it. */
export function Letter({ exchanges, speaker, names }: LetterProps) {
  const t = useTranslations("turn.letter");
  if (exchanges.length === 0) return null;
  return (
    <ol className="grid gap-2" aria-label={t("label")}>
      {exchanges.flatMap(({ pieces, reflection, added }) => [
        ...pieces.map((piece, index) => (
          <li key={piece.commandId}>
            <WritingCard writing={piece} name={names[speaker]} says={t(index === 0 ? "shares" : "smaller")} />
          </li>
        )),
        reflection && (
          <li key={reflection.commandId}>
            <WritingCard writing={reflection} name={names[otherSeat(speaker)]} says={t("saysBack")} className="ml-6" />
          </li>
        ),
        added && (
          <li key={added.commandId}>
            <WritingCard writing={added} name={names[speaker]} says={t("adds")} />
          </li>
        ),
      ])}
    </ol>
  );
}
