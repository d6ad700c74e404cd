import { feelingList } from "@/lib/words/feeling-list";
import { feelingWord } from "@/lib/words/feeling-word";
import type { Point } from "@/lib/words/field";

export type Family = keyof typeof feelingList;
export type FeelingId = (typeof feelingList)[Family][number][0];

/** One word for a feeling. `energy` and `pleasantness` are its place on the field, whole steps from -2 to 2. */
export type Feeling = Point & { id: FeelingId; word: string; family: Family; definition: string };

const inFamily = (family: Family): Feeling[] =>
  feelingList[family].map(([id, energy, pleasantness, definition]) => ({
    id,
    word: feelingWord(id),
    family,
    energy,
    pleasantness,
    definition,
  }));

/** Every feeling we offer, family by family. The order settles ties, so it is part of what people see. */
export const feelings: readonly Feeling[] = [
  ...inFamily("close"),
  ...inFamily("bright"),
  ...inFamily("settled"),
  ...inFamily("low"),
  ...inFamily("apart"),
  ...inFamily("uneasy"),
  ...inFamily("hot"),
  ...inFamily("tender"),
  ...inFamily("worn"),
];

export const families: readonly Family[] = [...new Set(feelings.map((feeling) => feeling.family))];

const byId = new Map<string, Feeling>(feelings.map((feeling) => [feeling.id, feeling]));

/** The feeling with this id; null for a person's own word. */
export const findFeeling = (id: string): Feeling | null => byId.get(id) ?? null;

/** After one of these words a pause is offered, softly. Nothing is refused and nothing pauses by itself. */
export const softlyOfferPause: ReadonlySet<FeelingId> = new Set<FeelingId>(["flooded", "panicky", "furious"]);
