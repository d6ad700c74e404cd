import type { Rule } from "@/lib/coach/hint";
import { fromChips } from "@/lib/coach/starter";
import { fill, starters } from "@/lib/coach/words";
import { everyField } from "./fields";
import { firstMatch } from "./first-match";

const adjectives =
  "lazy|selfish|cold-hearted|heartless|crazy|insane|childish|immature|needy|clingy|dramatic|stupid|dumb|useless|hopeless|" +
  "impossible|irresponsible|jealous|paranoid|pathetic|toxic|oversensitive|too sensitive|too emotional|arrogant|stubborn|" +
  "rude|mean|cruel|ridiculous|inconsiderate|thoughtless|careless|moody|bossy|controlling|manipulative|narcissistic|ungrateful";
const nouns =
  "idiot|liar|narcissist|egoist|loser|jerk|coward|hypocrite|monster|child|baby|slob|control freak|psycho|bitch|bastard|" +
  "asshole|arsehole|moron|nag|drama queen|couch potato|workaholic|pig";

/** One word for a whole person. The moment behind it is easier to hear. */
export const label: Rule = {
  id: "label",
  fields: everyField,
  test: firstMatch([
    new RegExp(
      `\\byou(?:'?re| are| were|'ve been| have been) (?:(?!not\\b|never\\b)\\w{1,12} ){0,3}(${adjectives}|${nouns})\\b`,
    ),
    new RegExp(`\\byou (?:(?:${adjectives}|complete|total|fucking|bloody|little) )?(${nouns})\\b`),
    new RegExp(`\\byou (${adjectives}) \\w`),
    new RegExp(`\\b(?:don't|do not|stop) (?:be|being) (?:so |such an? )?(${adjectives}|${nouns})\\b`),
  ]),
  starter: (chips, said, noticed) => fill(starters.when, { said: fromChips(chips, said, noticed) }),
};
