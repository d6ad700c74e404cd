import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isNewer } from "./is-newer";
import type { Line } from "./line";
import { mergeLines } from "./merge-lines";
import type { OpenedWriting } from "./opened";
import { plainText, termsOf } from "./plain-text";
import { fitsLine, fitsWords, needsWords, nothingSought, type Sought, seeksAnything } from "./seek";

const lineOf = (n: number, at = n): Line => ({
  checkInId: String(n).padStart(6, "0"),
  guideId: "standard",
  title: "A check-in",
  status: "completed",
  openedAt: at,
  endedAt: at + 1,
  tookAPause: false,
});
const newestFirst = (lines: readonly Line[]) => [...lines].sort((a, b) => (isNewer(a, b) ? -1 : 1));
/** A life of check-ins, some opened at the same instant. */
const life = fc
  .uniqueArray(fc.integer({ min: 0, max: 200 }), { maxLength: 60 })
  .map((ids) => newestFirst(ids.map((id) => lineOf(id, Math.floor(id / 3)))));

describe("the list", () => {
  test("read page by page, in whatever sizes, is the whole list in its order", () => {
    fc.assert(
      fc.property(life, fc.integer({ min: 1, max: 9 }), (all, size) => {
        let known: Line[] = [];
        for (let from = 0; from === 0 || from < all.length; from += size) {
          const page = all.slice(from, from + size);
          known = mergeLines(known, page, { isFirst: from === 0, isLast: from + size >= all.length });
        }
        expect(known).toEqual(all);
      }),
    );
  });

  test("a first page that was drawn anew brings what is new, drops what was let go within it and keeps the rest", () => {
    fc.assert(
      fc.property(life, fc.integer({ min: 1, max: 9 }), fc.func(fc.boolean()), (all, size, stays) => {
        const now = newestFirst([...all.filter((line) => stays(line.checkInId)), lineOf(900)]);
        const page = now.slice(0, size);
        const merged = mergeLines(all, page, { isFirst: true, isLast: now.length <= size });
        expect(merged.slice(0, page.length)).toEqual(page);
        expect(merged).toEqual(newestFirst(merged));
        const last = page.at(-1);
        const beyond = (line: Line) => now.length > size && last !== undefined && isNewer(last, line);
        expect(merged.slice(page.length)).toEqual(all.filter(beyond));
      }),
    );
  });
});

const piece = (change: Partial<Extract<OpenedWriting, { kind: "piece" }>["piece"]> = {}): OpenedWriting => ({
  seat: "A",
  kind: "piece",
  piece: { feelings: [{ word: "lonely", strength: "very" }], softer: "hurt", about: ["chores"], ...change },
});
const said = (text: string, seat: "A" | "B" = "B"): OpenedWriting => ({ seat, kind: "text", text });
const seek = (change: Partial<Sought>): Sought => ({ ...nothingSought, ...change });

describe("looking for something", () => {
  test("asks for words only where words are sought", () => {
    expect(seeksAnything(nothingSought)).toBe(false);
    expect(needsWords(seek({ guideId: "standard", endedEarly: true }))).toBe(false);
    for (const change of [{ text: " tea " }, { feeling: "sad" }, { topic: "money" }]) {
      expect(needsWords(seek(change))).toBe(true);
    }
    expect(seeksAnything(seek({ text: "  " }))).toBe(false);
  });

  test("by kind and by how it ended looks at the line alone", () => {
    const line = lineOf(1);
    expect(fitsLine(seek({ guideId: "repair" }), line)).toBe(false);
    expect(fitsLine(seek({ endedEarly: true }), line)).toBe(false);
    expect(fitsLine(seek({ guideId: "standard", endedEarly: true }), { ...line, status: "endedEarly" })).toBe(true);
  });

  test("finds words in any order, case and accent, over everything that was said in one check-in", () => {
    const writings = [piece({ moment: "When the Café closed" }), said("You were  tired.")];
    expect(fitsWords(seek({ text: "TIRED cafe" }), writings)?.snippet).toEqual({ seat: "B", text: "You were  tired." });
    expect(fitsWords(seek({ text: "tired harbour" }), writings)).toBeNull();
  });

  test("finds feelings and topics by their word, also a softer one beside", () => {
    expect(fitsWords(seek({ feeling: "lonely" }), [piece()])).toEqual({ snippet: null });
    expect(fitsWords(seek({ feeling: "hurt" }), [piece()])).toEqual({ snippet: null });
    expect(fitsWords(seek({ feeling: "glad" }), [piece()])).toBeNull();
    expect(fitsWords(seek({ topic: "chores" }), [piece()])).toEqual({ snippet: null });
    expect(fitsWords(seek({ topic: "money" }), [piece(), said("money")])).toBeNull();
    expect(
      fitsWords(seek({ text: "missing you" }), [piece({ feelings: [{ word: "missing-you", strength: "touch" }] })]),
    ).not.toBeNull();
  });

  test("whatever was written is found by each of its own words, and shown", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 400 }), (text) => {
        for (const term of termsOf(text)) {
          const found = fitsWords(seek({ text: term }), [said("elsewhere, nothing at all"), said(text)]);
          expect(found).not.toBeNull();
        }
      }),
    );
  });

  test("a long text is shown around what was found in it", () => {
    const long = `${"before ".repeat(60)}lighthouse ${"after ".repeat(60)}`;
    const text = fitsWords(seek({ text: "Lighthouse" }), [said(long)])?.snippet?.text ?? "";
    expect(text).toContain("lighthouse");
    expect(text.length).toBeLessThan(160);
    expect(text.startsWith("… ") && text.endsWith(" …")).toBe(true);
  });

  test("folding a text twice changes nothing more", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(plainText(plainText(text))).toBe(plainText(text));
      }),
    );
  });
});
