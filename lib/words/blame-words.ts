import type { FeelingId } from "@/lib/words/feelings";
import type { NeedId } from "@/lib/words/needs";

/**
 * Words that say what the other did while they sound like a feeling, with what often lies underneath. We offer, we never
 * correct. `verbs` are the same word said at somebody ("you ignore me"); `spellings` are other ways to write it.
 */
export type BlameWord = {
  word: string;
  feelings: readonly FeelingId[];
  need: NeedId;
  verbs: readonly string[];
  spellings?: readonly string[];
};

export const blameWords: readonly BlameWord[] = [
  { word: "ignored", feelings: ["lonely", "hurt"], need: "to-matter", verbs: ["ignore", "ignored", "ignoring"] },
  {
    word: "abandoned",
    feelings: ["scared", "lonely"],
    need: "closeness",
    verbs: ["abandon", "abandoned", "abandoning"],
  },
  { word: "rejected", feelings: ["hurt", "scared"], need: "closeness", verbs: ["reject", "rejected", "rejecting"] },
  {
    word: "criticised",
    feelings: ["hurt", "ashamed"],
    need: "patience",
    verbs: ["criticise", "criticised", "criticising", "criticize", "criticized", "criticizing"],
    spellings: ["criticized"],
  },
  {
    word: "controlled",
    feelings: ["frustrated", "anxious"],
    need: "choice",
    verbs: ["control", "controlled", "controlling"],
  },
  { word: "used", feelings: ["hurt", "resentful"], need: "shared-load", verbs: ["use", "used", "using"] },
  { word: "attacked", feelings: ["scared", "angry"], need: "safety", verbs: ["attack", "attacking"] },
  { word: "unappreciated", feelings: ["sad", "tired"], need: "appreciation", verbs: [] },
  { word: "blamed", feelings: ["guilty", "hurt"], need: "to-be-understood", verbs: ["blame", "blamed", "blaming"] },
  { word: "betrayed", feelings: ["heartbroken", "furious"], need: "trust", verbs: ["betray", "betrayed", "betraying"] },
  {
    word: "disrespected",
    feelings: ["angry", "hurt"],
    need: "to-matter",
    verbs: ["disrespect", "disrespected", "disrespecting"],
  },
  {
    word: "judged",
    feelings: ["ashamed", "nervous"],
    need: "to-be-understood",
    verbs: ["judge", "judged", "judging"],
  },
  {
    word: "manipulated",
    feelings: ["unsure", "nervous"],
    need: "honesty",
    verbs: ["manipulate", "manipulated", "manipulating"],
  },
  {
    word: "neglected",
    feelings: ["lonely", "sad"],
    need: "time-together",
    verbs: ["neglect", "neglected", "neglecting"],
  },
  {
    word: "pressured",
    feelings: ["overwhelmed", "stretched"],
    need: "space",
    verbs: ["pressure", "pressured", "pressuring"],
  },
  {
    word: "misunderstood",
    feelings: ["frustrated", "lonely"],
    need: "to-be-understood",
    verbs: ["misunderstand", "misunderstood", "misunderstanding"],
  },
  { word: "unloved", feelings: ["desolate", "scared"], need: "comfort", verbs: [] },
  { word: "unwanted", feelings: ["hurt", "lonely"], need: "affection", verbs: [] },
  { word: "smothered", feelings: ["overwhelmed"], need: "space", verbs: ["smother", "smothered", "smothering"] },
  { word: "invisible", feelings: ["lonely", "sad"], need: "to-matter", verbs: [] },
];
