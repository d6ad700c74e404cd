import type { FeelingId } from "@/lib/words/feelings";
import type { NeedId } from "@/lib/words/needs";

/**
 * Words that say what the other did while they sound like a feeling, with what often lies underneath. We offer, we never
 * correct. `stems` are what stays of the verb when it is said at somebody ("you ignore me"); `spellings` are other ways to write it.
 */
export type BlameWord = {
  word: string;
  feelings: readonly FeelingId[];
  need: NeedId;
  stems: readonly string[];
  spellings?: readonly string[];
};

export const blameWords: readonly BlameWord[] = [
  { word: "ignored", feelings: ["lonely", "hurt"], need: "to-matter", stems: ["ignor"] },
  {
    word: "abandoned",
    feelings: ["scared", "lonely"],
    need: "closeness",
    stems: ["abandon"],
  },
  { word: "rejected", feelings: ["hurt", "scared"], need: "closeness", stems: ["reject"] },
  {
    word: "criticised",
    feelings: ["hurt", "ashamed"],
    need: "patience",
    stems: ["criticis", "criticiz"],
    spellings: ["criticized"],
  },
  {
    word: "controlled",
    feelings: ["frustrated", "anxious"],
    need: "choice",
    stems: ["control"],
  },
  { word: "used", feelings: ["hurt", "resentful"], need: "shared-load", stems: ["us"] },
  { word: "attacked", feelings: ["scared", "angry"], need: "safety", stems: ["attack"] },
  { word: "unappreciated", feelings: ["sad", "tired"], need: "appreciation", stems: [] },
  { word: "blamed", feelings: ["guilty", "hurt"], need: "to-be-understood", stems: ["blam"] },
  { word: "betrayed", feelings: ["heartbroken", "furious"], need: "trust", stems: ["betray"] },
  {
    word: "disrespected",
    feelings: ["angry", "hurt"],
    need: "to-matter",
    stems: ["disrespect"],
  },
  {
    word: "judged",
    feelings: ["ashamed", "nervous"],
    need: "to-be-understood",
    stems: ["judg"],
  },
  {
    word: "manipulated",
    feelings: ["unsure", "nervous"],
    need: "honesty",
    stems: ["manipulat"],
  },
  {
    word: "neglected",
    feelings: ["lonely", "sad"],
    need: "time-together",
    stems: ["neglect"],
  },
  {
    word: "pressured",
    feelings: ["overwhelmed", "stretched"],
    need: "space",
    stems: ["pressur"],
  },
  {
    word: "misunderstood",
    feelings: ["frustrated", "lonely"],
    need: "to-be-understood",
    stems: ["misunderstand"],
  },
  { word: "unloved", feelings: ["desolate", "scared"], need: "comfort", stems: [] },
  { word: "unwanted", feelings: ["hurt", "lonely"], need: "affection", stems: [] },
  { word: "smothered", feelings: ["overwhelmed"], need: "space", stems: ["smother"] },
  { word: "invisible", feelings: ["lonely", "sad"], need: "to-matter", stems: [] },
];
