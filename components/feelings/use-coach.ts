import { useDeferredValue, useEffect, useState } from "react";
import type { Chips, CoachField, Hint, Support } from "@/lib/coach/hint";
import { needs } from "@/lib/words/needs";
import { findTopic } from "@/lib/words/topics";
import { needText, type Piece } from "./parts";
import { wordOf } from "./use-feelings";

type Coach = (text: string, chips: Chips, field: CoachField) => Hint[] | Support;
export type TextPart = "moment" | "need" | "opening";
const textParts: readonly TextPart[] = ["moment", "need", "opening"];

/** What has been picked, as the coach reads it. Own words for a need stay out while they are what is being written. */
export function chipsOf({ feelings, need, about }: Piece, field: TextPart): Chips {
  const picked = field === "need" ? null : needText(need).split(",");
  const named = (picked ?? []).map((text) => text.trim()).filter((text) => text !== "");
  return {
    feelings: feelings.map(({ word, strength }) => ({ word: wordOf(word), strength })),
    needs: named.map((text) => needs.find(({ word }) => word === text)?.id ?? text),
    topic: about?.[0] === undefined ? undefined : (findTopic(about[0])?.word ?? about[0]),
  };
}

/** Harm told of in any part, or in a word of one's own: then nothing is coached anywhere. */
function findHarm(coach: Coach, piece: Piece): Support | null {
  const own = piece.feelings.filter((feeling) => feeling.own).map(({ word }) => `I feel ${word}`);
  for (const text of [...textParts.map((part) => piece[part] ?? ""), ...own]) {
    const read = coach(text, { feelings: [], needs: [] }, "sentence");
    if (!Array.isArray(read)) return read;
  }
  return null;
}

export type Coaching = { support: Support | null; hintFor(part: TextPart): Hint | null };

/**
 * Reads along while somebody writes: on this device, once the browser has a moment to spare, and never in the way. The
 * rules come apart from the page; without them (no line) the composer works as it is.
 */
export function useCoach(piece: Piece): Coaching {
  const [coach, setCoach] = useState<Coach | null>(null);
  const read = useDeferredValue(piece);
  useEffect(() => {
    let gone = false;
    import("@/lib/coach/coach").then(
      (loaded) => gone || setCoach(() => loaded.coach),
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, []);
  const support = coach && findHarm(coach, read);
  return {
    support,
    hintFor(part) {
      const text = part === "need" ? needText(read.need) : (read[part] ?? "");
      if (!coach || support || text.trim() === "") return null;
      const hints = coach(text, chipsOf(read, part), part);
      return Array.isArray(hints) ? (hints[0] ?? null) : null;
    },
  };
}
