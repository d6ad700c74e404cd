import type { Rule } from "@/lib/coach/hint";
import { absolute } from "./absolute";
import { blameWord } from "./blame-word";
import { demand } from "./demand";
import { feelThat } from "./feel-that";
import { label } from "./label";
import { mindReading } from "./mind-reading";
import { shouting } from "./shouting";
import { topics } from "./topics";
import { youOpening } from "./you-opening";

/** In the order in which they speak: what is most particular first, since only the first one is heard. */
export const rules: readonly Rule[] = [
  mindReading,
  label,
  blameWord,
  absolute,
  demand,
  feelThat,
  topics,
  shouting,
  youOpening,
];
