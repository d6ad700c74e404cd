/** What a feeling points to. The id is what a check-in keeps: never rename one. */
export const needs = [
  { id: "closeness", word: "closeness", definition: "To be near each other, inside and out." },
  { id: "comfort", word: "comfort", definition: "To be held or soothed when it is hard." },
  { id: "to-matter", word: "to matter", definition: "To know that I count." },
  { id: "to-be-heard", word: "to be heard", definition: "To say it, and have it arrive." },
  { id: "to-be-understood", word: "to be understood", definition: "To have somebody see how it is for me." },
  { id: "appreciation", word: "appreciation", definition: "To have what I do be seen and valued." },
  { id: "affection", word: "affection", definition: "A hand, a hug, a kind look." },
  { id: "time-together", word: "time together", definition: "Hours that are only ours." },
  { id: "support", word: "support", definition: "Somebody at my side while I do it." },
  { id: "shared-load", word: "shared load", definition: "To carry the daily work as two." },
  { id: "teamwork", word: "teamwork", definition: "To face things from the same side." },
  { id: "honesty", word: "honesty", definition: "To hear how it really is." },
  { id: "trust", word: "trust", definition: "To lean, and know it holds." },
  { id: "safety", word: "safety", definition: "To know that no harm comes." },
  { id: "patience", word: "patience", definition: "To be allowed to go slowly and get it wrong." },
  { id: "space", word: "space", definition: "Room to breathe and be on my own." },
  { id: "rest", word: "rest", definition: "To stop, and get my strength back." },
  { id: "choice", word: "choice", definition: "To have a say in what I do." },
  { id: "play", word: "play", definition: "To be light and silly together." },
  { id: "repair", word: "repair", definition: "To put right what went wrong between us." },
] as const;

export type NeedId = (typeof needs)[number]["id"];
export type Need = { id: NeedId; word: string; definition: string };

const byId = new Map<string, Need>(needs.map((need) => [need.id, need]));

/** The need with this id; null for a person's own words. */
export const findNeed = (id: string): Need | null => byId.get(id) ?? null;
