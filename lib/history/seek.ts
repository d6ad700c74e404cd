import type { Seat } from "@/lib/ids";
import { findFeeling } from "@/lib/words/feelings";
import { findNeed } from "@/lib/words/needs";
import { findTopic } from "@/lib/words/topics";
import type { Line } from "./line";
import type { OpenedWriting } from "./opened";
import { plainText, termsOf } from "./plain-text";

/** What somebody looks for. Empty parts ask for nothing. */
export type Sought = {
  /** Words that all have to be in one check-in. */
  text: string;
  /** Ids of lib/words. */
  feeling: string;
  topic: string;
  guideId: string;
  endedEarly: boolean;
};

export const nothingSought: Sought = { text: "", feeling: "", topic: "", guideId: "", endedEarly: false };

/** Whether the words have to be opened for it; the rest is in the list itself. */
export const needsWords = ({ text, feeling, topic }: Sought): boolean =>
  termsOf(text).length > 0 || feeling !== "" || topic !== "";

export const seeksAnything = (sought: Sought): boolean =>
  needsWords(sought) || sought.guideId !== "" || sought.endedEarly;

export const fitsLine = ({ guideId, endedEarly }: Sought, line: Line): boolean =>
  (guideId === "" || line.guideId === guideId) && (!endedEarly || line.status === "endedEarly");

/** A place in the words that was looked for, to show beside the line. */
export type Snippet = { seat: Seat; text: string };

/** Null where the words do not have all that is sought. */
export const fitsWords = (sought: Sought, writings: readonly OpenedWriting[]): { snippet: Snippet | null } | null => {
  const pieces = writings.flatMap((writing) => (writing.kind === "piece" ? [writing.piece] : []));
  const { feeling, topic } = sought;
  const feels = pieces.some(
    ({ feelings, softer }) => softer === feeling || feelings.some(({ word }) => word === feeling),
  );
  if (feeling !== "" && !feels) return null;
  if (topic !== "" && !pieces.some(({ about }) => about?.includes(topic))) return null;
  const terms = termsOf(sought.text);
  const texts = writings.flatMap((writing) => textsOf(writing).map((text) => ({ seat: writing.seat, text })));
  const plain = texts.map(({ text }) => plainText(text));
  const missesOne = terms.some((term) => !plain.some((text) => text.includes(term)));
  if (missesOne) return null;
  const [first] = terms;
  const place = first === undefined ? -1 : plain.findIndex((text) => text.includes(first));
  const found = texts[place];
  return { snippet: found && first ? { seat: found.seat, text: shorten(found.text, first) } : null };
};

/** Everything that can be read of a writing, as it is read. */
export const textsOf = (writing: OpenedWriting): string[] => {
  switch (writing.kind) {
    case "text":
      return given([writing.text]);
    case "close":
      return given([writing.close.thanks, writing.close.leaving]);
    case "piece": {
      const { feelings, softer, about, moment, need, opening } = writing.piece;
      const felt = [...feelings.map(({ word }) => word), softer ?? ""].map((word) => findFeeling(word)?.word ?? word);
      const topics = (about ?? []).map((id) => findTopic(id)?.word ?? id);
      return given([moment, opening, need && (findNeed(need)?.word ?? need), felt.join(" ").trim(), topics.join(" ")]);
    }
  }
};

const given = (texts: readonly (string | undefined)[]): string[] =>
  texts.filter((text) => text !== undefined && text !== "").map(String);

const before = 40;
const mostCharacters = 140;

/** The neighbourhood of what was found. Where folding changed the length, the place is near enough. */
const shorten = (text: string, term: string): string => {
  const characters = [...text];
  if (characters.length <= mostCharacters) return text;
  const at = Math.max(0, plainText(text).indexOf(term));
  const start = Math.max(0, Math.min(at - before, characters.length - mostCharacters));
  const part = characters
    .slice(start, start + mostCharacters)
    .join("")
    .trim();
  return `${start > 0 ? "… " : ""}${part}${start + mostCharacters < characters.length ? " …" : ""}`;
};
