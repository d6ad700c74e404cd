import type { Rule } from "@/lib/coach/hint";
import { fromChips } from "@/lib/coach/starter";
import { ownWordsAndMoment } from "./fields";
import { firstMatch } from "./first-match";

/** "I'll always love you" is a promise and "you're always so kind" is thanks: neither is a charge. */
const warm =
  /\balways (?:be |been |going to |be going to |so |been so |feel |felt |make me |made me |a )?(?:lov\w+|adore\w*|grateful|there for|thankful|kind|patient|enjoy\w*|glad|safe|smile|laugh|happy|proud|welcome|joy)\b|\bnever (?:going to )?(?:(?:have )?felt (?:so|more|this)|been (?:so|happier|prouder)|leave you|stop loving|stopped loving|forget (?:how|the|that|our|when you))\b/;

export const absolute: Rule = {
  id: "absolute",
  fields: ownWordsAndMoment,
  test: firstMatch(
    [
      /\b(?:you|we|i|it|it's|that's|you're|i'm|we're|you've|we've|i've|you'll|we'll)(?: [\w']{1,20}){0,3} (always|never|constantly)\b/,
      /(?:^|[.!?;,] ?)(always|never|constantly) /,
      /\b(?:always|never|constantly) you\b/,
      /\bevery (?:single )?time\b/,
      /\b(?:all the time|day in,? day out|not once)\b/,
      /\byou do (nothing)\b/,
      /\b(nothing) (?:i|we) (?:do|say)\b/,
      /\byou(?: [\w']{1,20}){1,2} (everything|everyone|nobody)\b/,
    ],
    warm,
  ),
  starter: fromChips,
};
