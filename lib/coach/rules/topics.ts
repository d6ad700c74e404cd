import type { Noticed, Rule, Said } from "@/lib/coach/hint";
import { fill, starters } from "@/lib/coach/words";
import type { TopicId } from "@/lib/words/topics";
import { ownWordsAndMoment } from "./fields";

/** Words that bring a topic in. Only topics that people pile up; none that a single moment touches anyway. */
const cues: readonly { topic: TopicId; cue: RegExp }[] = [
  {
    topic: "chores",
    cue: /\b(?:dishes|laundry|clean(?:ing)?|tidy\w*|chores?|trash|bins|hoover\w*|vacuum\w*|housework)\b/,
  },
  {
    topic: "money",
    cue: /\b(?:money|bills?|rent|salary|debts?|expensive|spend(?:ing)? too much|bank account|mortgage)\b/,
  },
  { topic: "family", cue: /\b(?:your|my) (?:mother|mum|mom|father|dad|parents|sister|brother|family)\b|\bin-laws\b/ },
  { topic: "children", cue: /\b(?:kids?|children|baby|school run|bedtime|homework)\b/ },
  { topic: "friends", cue: /\b(?:your|my) (?:best )?friends?\b/ },
  { topic: "work", cue: /\b(?:your|my) (?:job|boss|work)\b|\bovertime\b/ },
  { topic: "touch-and-sex", cue: /\b(?:sex|intimacy|in bed|cuddl\w+)\b/ },
  { topic: "plans", cue: /\b(?:holidays?|vacation|wedding|moving house|trip)\b/ },
];

const another =
  /\b(?:and )?(?:another thing|while we'?re at it|not to mention|on top of (?:that|it all)|and don'?t get me started|also|besides|plus)\b/;

const notice = ({ plain }: Said): Noticed | null => {
  const found = cues.filter(({ cue }) => cue.test(plain));
  const marker = another.exec(plain);
  if (found.length < 2 || (found.length === 2 && !marker)) return null;
  return { part: found.map(({ topic }) => topic.replaceAll("-", " ")).join(", ") };
};

export const topics: Rule = {
  id: "topics",
  fields: ownWordsAndMoment,
  test: notice,
  starter: (chips) => fill(starters.oneThing, { topic: chips.topic ?? "…" }),
};
