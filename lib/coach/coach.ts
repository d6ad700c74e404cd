import type { Chips, CoachField, Hint, Support } from "./hint";
import { maskQuotes } from "./mask-quotes";
import { plainText } from "./plain-text";
import { rules } from "./rules/rules";
import { findSupport } from "./safety/find-support";
import { fill, questions } from "./words";

/**
 * Reads a sentence while it is being written, in the browser alone. Returns at most one hint (one question, one starter
 * that the person may take, change or leave), or `Support`, when the sentence tells of harm: then nothing is coached and
 * the sentence stays as it is. Pure, never throws, and takes time linear in the length of the text. English only.
 */
export function coach(text: string, chips: Chips, field: CoachField): Hint[] | Support {
  const support = findSupport(plainText(text));
  if (support) return support;
  const masked = maskQuotes(text);
  const said = { masked, plain: plainText(masked) };
  for (const rule of rules) {
    const noticed = rule.fields.includes(field) ? rule.test(said) : null;
    if (!noticed) continue;
    return [
      {
        kind: "hint",
        rule: rule.id,
        noticed: noticed.part,
        question: fill(questions[rule.id], { part: noticed.part }),
        starter: rule.starter(chips, said, noticed),
        feelings: noticed.feelings ?? [],
        needs: noticed.need ? [noticed.need] : [],
      },
    ];
  }
  return [];
}
