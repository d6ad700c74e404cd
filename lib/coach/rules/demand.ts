import type { Rule } from "@/lib/coach/hint";
import { wantOf } from "@/lib/coach/starter";
import { fill, starters } from "@/lib/coach/words";
import { everyField } from "./fields";
import { firstMatch } from "./first-match";

const talk = /\b(?:talk|speak|discuss|conversation|answer|listen)\b/;

export const demand: Rule = {
  id: "demand",
  fields: everyField.filter((field) => field !== "reflection" && field !== "empathy" && field !== "moment"),
  test: firstMatch([
    /\bwe (?:really |seriously )?(?:need|have|must|ought|got|'ve got) to (?:talk|speak|discuss|sort|deal)\b/,
    /\bwe must (?:talk|speak|discuss|sort|deal)\b/,
    /(?:^|[.!?;,] ?|\band |\bbut |\bso |\bthen |\bnow )you (?:really |just |seriously )?(?:need|have|ought|got) to\b/,
    /\byou(?:'d| had)? better\b(?! (?:at|than|now|and|when|with|in|for|off|without)\b)/,
    /\byou (?:really |just )?(?:must(?!n'?t? have| have| be| feel)|should(?! know)|shouldn'?t|gotta)\b/,
    /\bi (?:demand|insist|expect you|order you)\b/,
    /\bi (?:want|need) you to (?!know\b|be (?:happy|well|okay|ok|safe)\b|feel\b)/,
    /(?:^|[.!?;,] ?)(?:just |please )?(?:talk|speak|listen) to me(?: right)? now\b/,
    /(?:^|[.!?;] ?)(?:just )?(?:answer me|listen to me|look at me when|stop (?:it|that|being|\w{2,20}ing)|do it|don't you dare|come here|shut up)\b/,
  ]),
  starter: ({ needs }, { plain }) => {
    if (talk.test(plain)) return starters.talk;
    const need = needs[0];
    return need === undefined ? starters.willing : fill(starters.wantThenWilling, { want: wantOf(need) });
  },
};
