import type { CoachField } from "@/lib/coach/hint";

/** Where somebody speaks of themselves, and so where all the rules help. */
export const ownWords: readonly CoachField[] = ["sentence", "need", "opening", "request", "invitation"];

/** "When …" and "What I heard is …" rightly go on with "you"; thanks rightly say "you always". Few rules speak there. */
export const everyField: readonly CoachField[] = [
  ...ownWords,
  "moment",
  "appreciation",
  "reflection",
  "empathy",
  "close",
];
export const ownWordsAndMoment: readonly CoachField[] = [...ownWords, "moment"];
