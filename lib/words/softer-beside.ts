import type { feelingList } from "@/lib/words/feeling-list";
import { type Family, type Feeling, type FeelingId, findFeeling } from "@/lib/words/feelings";

type IdIn<F extends Family> = (typeof feelingList)[F][number][0];
type SofterId = IdIn<"tender" | "low" | "apart" | "uneasy">;

/** After a word of these families we ask once: "Is there something softer beside it?" It can always be skipped. */
export const asksForSofter: ReadonlySet<Family> = new Set<Family>(["hot", "worn"]);

/** What often stands beside a hot or a worn word. Offered, never said to be so. */
const beside: Record<IdIn<"hot" | "worn">, readonly SofterId[]> = {
  impatient: ["worried", "unsure", "missing-you", "disappointed", "left-out"],
  irritated: ["disappointed", "worried", "missing-you", "hurt", "awkward"],
  frustrated: ["discouraged", "lonely", "sad", "worried", "hurt"],
  resentful: ["hurt", "disappointed", "lonely", "sad", "left-out"],
  angry: ["hurt", "scared", "lonely", "sad", "ashamed"],
  furious: ["hurt", "scared", "heartbroken", "raw", "ashamed"],
  annoyed: ["disappointed", "hurt", "worried", "left-out", "awkward"],
  jealous: ["scared", "left-out", "unsure", "small", "missing-you"],
  bitter: ["hurt", "grieving", "disappointed", "lonely", "sad"],
  tired: ["sad", "missing-you", "discouraged", "lonely", "worried"],
  stretched: ["worried", "lonely", "guilty", "unsure", "sad"],
  drained: ["sad", "lonely", "discouraged", "disconnected", "sorry"],
  overwhelmed: ["scared", "lonely", "unsure", "ashamed", "sad"],
  numb: ["hurt", "grieving", "scared", "disconnected", "sad"],
  flooded: ["scared", "hurt", "raw", "ashamed", "lonely"],
  frazzled: ["worried", "anxious", "guilty", "lonely", "sad"],
  scattered: ["unsure", "torn", "worried", "disconnected", "nervous"],
  sleepy: ["flat", "wistful", "missing-you", "sorry", "distant"],
  weary: ["discouraged", "sad", "lonely", "disappointed", "worried"],
};

const table = new Map<string, readonly SofterId[]>(Object.entries(beside));

/** Gentle candidates beside a hot or a worn word, likeliest first; none for any other word or a person's own. */
export const softerBeside = (feelingId: FeelingId | (string & {})): Feeling[] =>
  (table.get(feelingId) ?? []).map(findFeeling).filter((feeling) => feeling !== null);
