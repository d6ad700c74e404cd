import type { Noticed, Rule, Said } from "@/lib/coach/hint";
import { fromChips } from "@/lib/coach/starter";
import { type BlameWord, blameWords } from "@/lib/words/blame-words";
import { ownWords } from "./fields";

/** "I feel (so very sad and) ignored", "I'm being used", but not "I used to" and not "I was rejected for the job". */
const feltPattern = ({ word, spellings = [] }: BlameWord) => {
  const forms = `(?:${[word, ...spellings].join("|")})\\b`;
  const feel = "(?:feel|feels|felt|feeling|makes? me|made me)(?: (?!you\\b|to\\b)[\\w,'-]{1,20}){0,4}";
  const be = "(?:being|i'm|i am|i was|i get|i've been)(?: (?!you\\b|to\\b)[\\w'-]{1,20}){0,2}";
  return new RegExp(`\\b(?:${feel} ${forms}(?! to\\b)|${be} ${forms}(?! (?:to|for|from|at|in|on|by (?!you))\\b))`);
};

/** "you (just keep) ignoring me". */
const saidPattern = ({ word, spellings = [], stems }: BlameWord) => {
  if (stems.length === 0) return null;
  const forms = [word, ...spellings, ...stems.map((stem) => `${stem}(?:e|l?ing)?`)].join("|");
  return new RegExp(`\\byou(?:'re|'ve|'ll|'d)?(?: [\\w']{1,20}){0,3} (?:${forms}) (?:me|us)\\b`);
};

const patterns = blameWords.map((blameWord) => ({
  blameWord,
  felt: feltPattern(blameWord),
  said: saidPattern(blameWord),
}));

const notice = ({ plain }: Said): Noticed | null => {
  const found = patterns.find(({ felt, said }) => felt.test(plain) || said?.test(plain));
  if (!found) return null;
  const { word, feelings, need } = found.blameWord;
  return { part: word, feelings, need };
};

export const blameWord: Rule = { id: "blameWord", fields: ownWords, test: notice, starter: fromChips };
