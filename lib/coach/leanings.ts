import type { FeelingId } from "@/lib/words/feelings";
import type { NeedId } from "@/lib/words/needs";

/** With no chips picked yet, what a sentence leans towards. Only a first guess for an editable starter; first match. */
export const leanings: readonly { cue: RegExp; feeling: FeelingId; need: NeedId }[] = [
  { cue: /\b(?:listen\w*|hear|heard|interrupt\w*)\b/, feeling: "lonely", need: "to-be-heard" },
  { cue: /\bunderstand|understood\b/, feeling: "lonely", need: "to-be-understood" },
  {
    cue: /\b(?:talk|speak|call|text|write|answer|hold|hug|kiss|touch|cuddle|home|spend time|see me|look at me|with me)\b/,
    feeling: "missing-you",
    need: "closeness",
  },
  {
    cue: /\b(?:dish\w*|clean\w*|tidy|laundry|cook\w*|help\w*|kitchen|trash|rubbish|bins|chores|shopping|household)\b/,
    feeling: "tired",
    need: "shared-load",
  },
  { cue: /\b(?:thank\w*|notice\w*|appreciat\w*)\b/, feeling: "sad", need: "appreciation" },
  { cue: /\b(?:lie|lied|lies|lying|truth|hide|hiding|secret\w*)\b/, feeling: "unsure", need: "honesty" },
  { cue: /\b(?:late|forget|forgot|promise\w*|cancel\w*)\b/, feeling: "disappointed", need: "to-matter" },
];
