import type { Rule } from "@/lib/coach/hint";
import { fromChips } from "@/lib/coach/starter";
import { everyField } from "./fields";

/** Two capital words in a row that are long enough not to be initials, or a text that is capital for the most part. */
const loudRun =
  /(?<![\p{L}\p{N}])\p{Lu}{4,40}[^\p{L}\p{N}]{1,4}(?:\p{Lu}{1,3}[^\p{L}\p{N}]{1,4}){0,2}\p{Lu}{4,40}(?![\p{L}\p{N}])/u;

export const shouting: Rule = {
  id: "shouting",
  fields: everyField,
  test: ({ masked }) => {
    const run = loudRun.exec(masked)?.[0];
    if (run) return { part: run };
    const capitals = masked.match(/\p{Lu}/gu)?.length ?? 0;
    const small = masked.match(/\p{Ll}/gu)?.length ?? 0;
    return capitals >= 8 && capitals > 2 * small ? { part: masked.trim() } : null;
  },
  starter: fromChips,
};
