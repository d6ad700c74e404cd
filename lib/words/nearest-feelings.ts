import { type Family, type Feeling, type FeelingId, feelings } from "@/lib/words/feelings";
import type { Point } from "@/lib/words/field";

/** For "Mixed, don't know". The first nine come from the nine families, so no family is left out of any list of ten. */
const mixedWords: readonly FeelingId[] = [
  "torn",
  "missing-you",
  "sad",
  "fond",
  "irritated",
  "hurt",
  "hopeful",
  "stretched",
  "relieved",
  "unsure",
  "numb",
  "restless",
];

/** How many squared steps further a word may lie to make room for a family not yet in the list. */
const familyCost = 0.5;

const squaredDistance = (from: Point, to: Point) =>
  (from.energy - to.energy) ** 2 + (from.pleasantness - to.pleasantness) ** 2;

/**
 * The 10 to 12 words nearest to a point (`count` is held to that range), nearest first, mixed between families so that
 * one family does not fill the list. Words exactly at the point always come first: each word can be found at its own
 * place. The same point always gives the same words in the same order.
 */
export function nearestFeelings(point: Point | "mixed", count = 12): Feeling[] {
  const size = Math.min(12, Math.max(10, Math.trunc(count) || 12));
  if (point === "mixed") {
    return mixedWords.slice(0, size).flatMap((id) => feelings.filter((feeling) => feeling.id === id));
  }
  const chosen = feelings.filter((feeling) => squaredDistance(point, feeling) === 0);
  const left = feelings.filter((feeling) => squaredDistance(point, feeling) > 0);
  const taken = new Map<Family, number>();
  for (const { family } of chosen) taken.set(family, (taken.get(family) ?? 0) + 1);
  const cost = (feeling: Feeling) => squaredDistance(point, feeling) + familyCost * (taken.get(feeling.family) ?? 0);
  while (chosen.length < size && left.length > 0) {
    const next = left.reduce((best, feeling) => (cost(feeling) < cost(best) ? feeling : best));
    left.splice(left.indexOf(next), 1);
    chosen.push(next);
    taken.set(next.family, (taken.get(next.family) ?? 0) + 1);
  }
  return chosen.sort((a, b) => squaredDistance(point, a) - squaredDistance(point, b)).slice(0, size);
}
