import type { Rule } from "@/lib/coach/hint";
import { fromChips } from "@/lib/coach/starter";
import { ownWordsAndMoment } from "./fields";
import { firstMatch } from "./first-match";

const who = "(?:you|your|we|i|i'm|it|it's|he|she|they|this|my|our|there|nobody|no one|everyone|everything|nothing)";

/** After "I feel that" or "I feel like you" comes a thought. "I feel like a walk" and "I feel it too" are left alone. */
export const feelThat: Rule = {
  id: "feelThat",
  fields: ownWordsAndMoment,
  test: firstMatch([
    new RegExp(`\\b(?:feel|feels|felt|feeling) (?:that|like|as if|as though)(?: that)? ${who}\\b`),
    /\bi (?:feel|felt) (?:like|as if) an? (?:burden|failure|maid|servant|cash machine|ghost|nobody)\b/,
    /\bi (?:feel|felt) you(?:'re|'ve|'d)? (?:are|have|were|do|did|don't|never|always|just|only|need)\b/,
    /\bi (?:feel|felt) you'(?:re|ve|d)\b/,
  ]),
  starter: fromChips,
};
