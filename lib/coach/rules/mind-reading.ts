import type { Rule } from "@/lib/coach/hint";
import { feelingsOf, fromChips, isEmpty } from "@/lib/coach/starter";
import { fill, starters } from "@/lib/coach/words";
import { ownWordsAndMoment } from "./fields";
import { firstMatch } from "./first-match";

/** What goes on inside the other, said as if it could be seen. */
export const mindReading: Rule = {
  id: "mindReading",
  fields: ownWordsAndMoment,
  test: firstMatch([
    /(?<!if )(?<!whether )\byou (?:just |clearly |obviously |really |simply |even |still )?(?:don'?t|do not|didn'?t|never|no longer)(?: \w{1,20})? (?:care(?! for )|love me|like me|want (?:me|us|this)\b|want to be (?:with|near|around|here)|need me|respect me|value me|trust me|miss me|appreciate|understand me|get me|even try|think about me|take me seriously)/,
    /\byou could(?:n'?t| not)? care less/,
    /\byou (?:just |only |really )want(?:ed)? (?:to (?:win|be right|fight|hurt|argue|punish|control|get)|me to)\b/,
    /\byou (?:always |just |really |obviously |clearly |secretly |must )?(?:think|believe) (?:that )?(?:i|i'm|i am|you'?re|you are|it's my|it is my|this is my)\b/,
    /\byou (?:really |just |must )?hate (?:me|my|us|being|spending)\b/,
    /\byou(?: [\w']{1,12}){0,4} on purpose\b/,
    /\byou'?re (?:just |only |doing (?:this|it|that) )?(?:trying )?to (?:hurt|punish|provoke|annoy|upset|humiliate) me\b/,
    /\bi know (?:exactly )?what you(?:'re| are)? think(?:ing)?\b/,
    /\byou'?d rather (?:be|spend|talk|play|work|do|have)\b/,
  ]),
  starter: (chips, said, noticed) => {
    if (isEmpty(chips)) return fill(starters.lately, { feelings: "disconnected" });
    const felt = feelingsOf(chips);
    const missing = chips.feelings.some(({ word }) => word === "missing you");
    if (felt === "" || missing || chips.needs.length > 0) return fromChips(chips, said, noticed);
    return fill(starters.lately, { feelings: felt });
  },
};
