import fc from "fast-check";
import { expect, test } from "vitest";
import type { OpenedWriting } from "@/lib/history/opened";
import type { Seat } from "@/lib/ids";
import { otherSeat } from "@/lib/other-seat";
import { feelings } from "@/lib/words/feelings";
import { needs } from "@/lib/words/needs";
import { topics } from "@/lib/words/topics";
import { chipsOf, feelingsIn } from "./chips";
import { patternsOf } from "./patterns";

const seat = fc.constantFrom<Seat>("A", "B");
const feeling = fc.oneof(fc.constantFrom(...feelings.map(({ id }) => id)), fc.constantFrom("unmoored", "like rain"));
const writing: fc.Arbitrary<OpenedWriting> = fc.oneof(
  fc.record({
    seat,
    kind: fc.constant("piece" as const),
    piece: fc.record({
      feelings: fc.array(fc.record({ word: feeling, strength: fc.constantFrom("touch", "very") }), { maxLength: 3 }),
      softer: fc.option(feeling, { nil: undefined }),
      about: fc.array(fc.constantFrom(...topics.map(({ id }) => id)), { maxLength: 3 }),
      need: fc.option(fc.constantFrom(...needs.map(({ id }) => id)), { nil: undefined }),
    }),
  }),
  fc.record({ seat, kind: fc.constant("close" as const), close: fc.record({ leaving: feeling }) }),
  fc.record({ seat, kind: fc.constant("text" as const), text: fc.string() }),
);
const life = fc.array(fc.array(writing, { maxLength: 6 }), { maxLength: 12 });
const patternsIn = (all: readonly (readonly OpenedWriting[])[]) => patternsOf(all.map(chipsOf));

test("changing the seats changes no figure: there is nothing in them of one alone", () => {
  fc.assert(
    fc.property(life, (all) => {
      const swapped = all.map((one) => one.map((each) => ({ ...each, seat: otherSeat(each.seat) })));
      expect(patternsIn(swapped)).toEqual(patternsIn(all));
    }),
  );
});

test("no figure is of a seat or counts more than the check-ins there are, in whatever order they come", () => {
  fc.assert(
    fc.property(life, (all) => {
      const patterns = patternsIn(all);
      expect(JSON.stringify(patterns)).not.toMatch(/"(seat|A|B)"/);
      const counts = [patterns.named, patterns.left].flatMap((each) => Object.values(each));
      const words = [...patterns.shared, ...patterns.topics].map(({ checkIns }) => checkIns);
      for (const count of [...counts, ...words]) expect(count).toBeLessThanOrEqual(all.length);
      expect(patternsIn([...all].reverse())).toEqual(patterns);
    }),
  );
});

const piece = (seat: Seat, words: readonly string[], change: object = {}): OpenedWriting => ({
  seat,
  kind: "piece",
  piece: { feelings: words.map((word) => ({ word, strength: "clearly" })), ...change },
});

test("a word is shared once both have used it, and counts each check-in with it once", () => {
  const all = [
    [piece("A", ["lonely", "tired"]), piece("A", ["lonely"])],
    [piece("B", ["lonely"], { need: "rest" })],
    [piece("A", ["angry"], { need: "rest" })],
  ];
  expect(patternsIn(all).shared).toEqual([
    { word: "lonely", checkIns: 2 },
    { word: "rest", checkIns: 2 },
  ]);
});

test("before is what was named in the turns, after what they left with", () => {
  const all: OpenedWriting[][] = [
    [piece("A", ["lonely"]), { seat: "B", kind: "close", close: { leaving: "I am calm, and a bit relieved." } }],
    [piece("B", ["angry"]), { seat: "B", kind: "close", close: { leaving: "unmoored" } }],
  ];
  const { named, left, withNamed, withLeft } = patternsIn(all);
  expect(named).toEqual({ stirred: 1, bright: 0, heavy: 1, settled: 0 });
  expect(left).toEqual({ stirred: 0, bright: 0, heavy: 0, settled: 1 });
  expect([withNamed, withLeft]).toEqual([2, 1]);
});

test("feelings are found in a line of one's own as whole words alone", () => {
  expect(feelingsIn("Calm… and at ease")).toEqual(expect.arrayContaining(["calm"]));
  expect(feelingsIn("calmly")).toEqual([]);
  expect(feelingsIn("missing you")).toEqual(["missing-you"]);
});
