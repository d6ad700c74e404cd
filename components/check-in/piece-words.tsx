import { useTranslations } from "next-intl";
import type { Content, Feeling } from "@/lib/sealing/contents";
import { findFeeling } from "@/lib/words/feelings";
import { findNeed } from "@/lib/words/needs";
import { topics } from "@/lib/words/topics";

const topicWord = (id: string): string => topics.find((topic) => topic.id === id)?.word ?? id;
const feelingWords = (word: string): string => findFeeling(word)?.word ?? word;

/** A piece: what was felt, when, what is underneath, and how it was opened. Parts that were left out leave no gap. */
export function PieceWords({ piece }: { piece: Content<"piece"> }) {
  const t = useTranslations("turn.words");
  const { feelings, softer, about, moment, need, opening } = piece;
  const isEmpty = feelings.length === 0 && !softer && !moment && !need && !opening;
  return (
    <div className="grid gap-3">
      {feelings.length > 0 && (
        <ul className="flex flex-wrap gap-2" aria-label={t("feelings")}>
          {feelings.map((feeling) => (
            <FeelingChip key={feeling.word} feeling={feeling} />
          ))}
        </ul>
      )}
      {softer && <p>{t("softer", { feeling: feelingWords(softer) })}</p>}
      {moment && <p>{moment}</p>}
      {need && <p>{t("need", { need: findNeed(need)?.word ?? need })}</p>}
      {opening && <p>{opening}</p>}
      {about && about.length > 0 && (
        <p className="font-sans text-small">{t("about", { about: about.map(topicWord).join(", ") })}</p>
      )}
      {isEmpty && <p className="font-sans text-body italic">{t("aloud")}</p>}
    </div>
  );
}

function FeelingChip({ feeling: { word, strength } }: { feeling: Feeling }) {
  const t = useTranslations("turn.words");
  return (
    <li className="rounded-full border border-current px-3 font-sans text-body font-semibold">
      {t(`strength.${strength}`, { feeling: feelingWords(word) })}
    </li>
  );
}
