import { useTranslations } from "next-intl";
import { type KeyboardEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { countCharacters } from "@/components/ui/count-characters";
import { TextInput } from "@/components/ui/text-input";
import { feelingSchema } from "@/lib/sealing/contents";
import { findFeeling } from "@/lib/words/feelings";
import { searchFeelings } from "@/lib/words/search-feelings";
import { FeelingChips } from "./feeling-chips";
import type { Feelings } from "./use-feelings";

const mostShown = 8;
const fits = (word: string) => feelingSchema.shape.word.safeParse(word).success;

export type WordSearchProps = {
  feelings: Feelings;
  /** Words that can be chosen elsewhere on the screen. */
  shownAlready: readonly string[];
};

/** Any of our words by typing a part of it, or a word of one's own. Enter takes the nearest. */
export function WordSearch({ feelings, shownAlready }: WordSearchProps) {
  const t = useTranslations("feelings.search");
  const [typed, setTyped] = useState("");
  const sought = typed.trim().replace(/\s+/g, " ");
  const found = searchFeelings(sought).slice(0, mostShown);
  const exact = found.find(({ word }) => word === sought.toLowerCase());
  const begins = exact ?? found.find(({ word }) => word.startsWith(sought.toLowerCase()));
  const tooLong = countCharacters(sought) > 0 && !fits(sought);

  const before = feelings.before.filter((word) => !shownAlready.includes(word) && !feelings.isChosen(word));

  const take = (word: string) => {
    if (!feelings.isChosen(word)) feelings.toggle(word);
    setTyped("");
  };
  const takeNearest = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing || sought === "" || tooLong) return;
    event.preventDefault();
    take(begins?.id ?? sought);
  };
  return (
    <div className="grid gap-3">
      <TextInput
        label={t("label")}
        type="search"
        autoComplete="off"
        enterKeyHint="done"
        error={tooLong ? t("tooLong") : undefined}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={takeNearest}
      />
      <FeelingChips
        legend={t(sought === "" ? "before" : "found")}
        words={sought === "" ? before : found.map(({ id }) => id)}
        feelings={feelings}
      />
      {sought !== "" && !exact && !tooLong && findFeeling(sought) === null && (
        <Button tone="secondary" className="justify-self-start" onClick={() => take(sought)}>
          {t("own", { word: sought })}
        </Button>
      )}
    </div>
  );
}
