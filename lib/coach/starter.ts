import type { Chips, Noticed, Said } from "@/lib/coach/hint";
import { leanings } from "@/lib/coach/leanings";
import { fill, starters, wants } from "@/lib/coach/words";
import { feelingWord } from "@/lib/words/feeling-word";

/** "a", "a and b", "a, b and c". */
const list = (parts: readonly string[]): string => {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : fill(starters.and, { all: parts.slice(0, -1).join(", "), last });
};

const wantById = new Map<string, string>(Object.entries(wants));

/** How a need goes on after "I want"; a person's own words go on as they are. */
export const wantOf = (need: string): string => wantById.get(need) ?? need;

/** "missing you" is a feeling that does not follow "I feel": it makes its own clause. */
const standsAlone = "missing you";

export const feelingsOf = ({ feelings }: Chips): string =>
  list(
    feelings
      .filter(({ word }) => word !== standsAlone)
      .map(({ word, strength }) => fill(starters.strength[strength], { feeling: word })),
  );

export const isEmpty = ({ feelings, needs }: Chips): boolean => feelings.length === 0 && needs.length === 0;

/** "I feel sad and very tired, I miss you and I want to feel closer": whatever of it has been picked. */
function clauses(chips: Chips): string {
  const felt = feelingsOf(chips);
  return list([
    ...(felt === "" ? [] : [fill(starters.feel, { feelings: felt })]),
    ...(chips.feelings.some(({ word }) => word === standsAlone) ? [starters.miss] : []),
    ...(chips.needs.length === 0 ? [] : [fill(starters.want, { want: list(chips.needs.map(wantOf)) })]),
  ]);
}

/** One feeling and one need, where nothing is picked: what was noticed offers them, else what the words lean towards. */
function guess(said: Said, noticed: Noticed): Chips | null {
  const feeling = noticed.feelings?.[0];
  if (feeling && noticed.need)
    return { feelings: [{ word: feelingWord(feeling), strength: "clearly" }], needs: [noticed.need] };
  const leaning = leanings.find(({ cue }) => cue.test(said.plain));
  return leaning
    ? { feelings: [{ word: feelingWord(leaning.feeling), strength: "clearly" }], needs: [leaning.need] }
    : null;
}

/** The usual starter. Picked chips are never mixed with a guess: that would put words in somebody's mouth. */
export function fromChips(chips: Chips, said: Said, noticed: Noticed): string {
  const used = isEmpty(chips) ? guess(said, noticed) : chips;
  return used === null ? starters.blank : clauses(used);
}
