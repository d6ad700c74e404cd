import { z } from "zod";

/*
 * An export that was brought into an account is kept there as it came, cut into parts that each fit a sealed value. The parts are
 * sealed with a key of the archive's own, which is sealed to its owner as a couple's key is.
 */
export const archivePartCharacters = 1_200;
/** The largest export there is (`exportMaxBytes`), in parts. */
export const archiveMostParts = 18_000;
export const archivesAtMost = 5;
/** Asked for or sent at once, at most. */
export const partsTogether = 100;
/** Sealed parts of one message have so many characters at most: an action takes 128 KiB (next.config.js), and a part has 10,000 at its worst. */
export const messageMostCharacters = 100_000;

/** What is inside a part: a stretch of the file's text. 1,200 characters take 7,200 bytes at most, escaped as JSON. */
export const archivePartSchema = z.string().max(archivePartCharacters);

/** Whole parts of the text, in order; a character of two units is never cut. */
export function cutIntoParts(text: string): string[] {
  const parts: string[] = [];
  for (let at = 0; at < text.length; ) {
    const end = at + archivePartCharacters;
    const cutsPair = /[\uD800-\uDBFF]/.test(text.charAt(end - 1)) && end < text.length;
    parts.push(text.slice(at, cutsPair ? end - 1 : end));
    at = cutsPair ? end - 1 : end;
  }
  return parts;
}
