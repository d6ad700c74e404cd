import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commandIdSchema, type Seat } from "@/lib/ids";
import { otherSeat } from "@/lib/other-seat";
import { infinity, inLines } from "@/lib/reading/infinity";
import { awaitsYesOf, hasMet, type Lane, shapes, standingYeses, type Yes } from "@/lib/reading/loop";
import { countOwnWords } from "@/lib/reading/own-words";

const anyVersion = fc.integer({ min: 0, max: 3 });
const anyShape = fc.constantFrom(...shapes);
const anyYes = fc.record({ A: anyVersion, B: anyVersion, shape: anyShape });
const wordsId = commandIdSchema.parse("0190a1b2-0000-7000-8000-000000000001");
const laneAt = (seat: Seat): Lane => ({ seat, wordsId, version: 1, words: null });
const anySaid = fc.record({
  lanes: fc.record({ A: fc.option(fc.constant(laneAt("A"))), B: fc.option(fc.constant(laneAt("B"))) }),
  versions: fc.record({ A: anyVersion, B: anyVersion }),
  shape: fc.option(anyShape),
  yes: fc.record({ A: fc.option(anyYes), B: fc.option(anyYes) }),
});
const mirrored = (yes: Yes | null): Yes | null => yes && { ...yes, A: yes.B, B: yes.A };

describe("a loop", () => {
  it("meets only by two yeses to what stands there, and swapping the seats swaps whose they are", () => {
    fc.assert(
      fc.property(anySaid, (said) => {
        const yeses = standingYeses(said);
        const { lanes, versions, shape, yes } = said;
        for (const seat of yeses) expect(yes[seat]).toEqual({ ...versions, shape });
        if (lanes.A === null || lanes.B === null) expect(yeses).toEqual([]);
        const swapped = standingYeses({
          shape,
          lanes: { A: lanes.B, B: lanes.A },
          versions: { A: versions.B, B: versions.A },
          yes: { A: mirrored(yes.B), B: mirrored(yes.A) },
        });
        expect(swapped).toEqual(yeses.map(otherSeat).sort());
        expect(hasMet({ yeses })).toBe(yeses.length === 2);
        for (const seat of ["A", "B"] as const satisfies Seat[]) {
          expect(awaitsYesOf({ yeses }, seat)).toBe(!yeses.includes(seat) && yeses.includes(otherSeat(seat)));
        }
      }),
    );
  });

  it("is taken apart by any later change of a lane or of the shape", () => {
    const yes = { A: 2, B: 1, shape: "bothReach" } as const;
    const lanes = { A: laneAt("A"), B: laneAt("B") };
    const said = { lanes, versions: { A: 2, B: 1 }, shape: yes.shape, yes: { A: yes, B: yes } };
    expect(standingYeses(said)).toEqual(["A", "B"]);
    expect(standingYeses({ ...said, versions: { A: 3, B: 1 } })).toEqual([]);
    expect(standingYeses({ ...said, versions: { A: 2, B: 2 } })).toEqual([]);
    expect(standingYeses({ ...said, shape: "bothRetreat" })).toEqual([]);
    expect(standingYeses({ ...said, lanes: { ...lanes, B: null } })).toEqual([]);
  });
});

describe("the figure", () => {
  const anyMeasure = fc.record({
    width: fc.integer({ min: 300, max: 900 }),
    height: fc.integer({ min: 300, max: 900 }),
    margin: fc.integer({ min: 10, max: 60 }),
    standing: fc.boolean(),
  });

  it("gives both sides the same room: each is the other's mirror image", () => {
    fc.assert(
      fc.property(anyMeasure, (measure) => {
        const { spots, center, rooms } = infinity(measure);
        const [far, aside] = measure.standing ? (["y", "x"] as const) : (["x", "y"] as const);
        for (const [index, one] of [...spots.A, rooms.A].entries()) {
          const other = [...spots.B, rooms.B][index] ?? { x: Number.NaN, y: Number.NaN };
          expect(one[far] + other[far]).toBeCloseTo(2 * center[far], 6);
          expect(one[aside]).toBeCloseTo(other[aside], 6);
        }
      }),
    );
  });

  it("stays inside its box, begins and ends in the middle, and keeps its sides apart", () => {
    fc.assert(
      fc.property(anyMeasure, (measure) => {
        const { spots, center, paths } = infinity(measure);
        for (const { x, y } of [...spots.A, ...spots.B]) {
          expect(x).toBeGreaterThanOrEqual(measure.margin - 0.001);
          expect(x).toBeLessThanOrEqual(measure.width - measure.margin + 0.001);
          expect(y).toBeGreaterThanOrEqual(measure.margin - 0.001);
          expect(y).toBeLessThanOrEqual(measure.height - measure.margin + 0.001);
        }
        const middle = `${center.x.toFixed(1)} ${center.y.toFixed(1)}`;
        for (const path of [paths.A, paths.B]) {
          expect(path.startsWith(`M${middle}`)).toBe(true);
          expect(path.endsWith(middle)).toBe(true);
        }
        const far = measure.standing ? "y" : "x";
        for (const spot of spots.A) expect(spot[far]).toBeLessThan(center[far]);
        for (const spot of spots.B) expect(spot[far]).toBeGreaterThan(center[far]);
      }),
    );
  });

  it("breaks words into lines that fit, and says with an ellipsis that there are more", () => {
    expect(inLines("I ask again and again", 10, 3)).toEqual(["I ask", "again and", "again"]);
    expect(inLines("I ask again and again until", 10, 2)).toEqual(["I ask", "again and…"]);
    expect(inLines("Unaussprechlichkeiten", 10, 2)).toEqual(["Unaussprec".slice(0, 9).concat("…")]);
    expect(inLines("  ", 10, 2)).toEqual([]);
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 2, max: 30 }), (text, most) => {
        const lines = inLines(text, most, 3);
        expect(lines.length).toBeLessThanOrEqual(3);
        for (const line of lines) expect([...line].length).toBeLessThanOrEqual(most);
      }),
    );
  });
});

describe("words of one's own", () => {
  it("come the most used first, the newest first among equals, at most ten of a kind", () => {
    const piece = (...words: string[]) => ({ feelings: words.map((word) => ({ word })) });
    expect(countOwnWords([piece("hurt"), piece("sad", "angry"), piece("angry")]).feelings).toEqual([
      "angry",
      "hurt",
      "sad",
    ]);
    expect(countOwnWords([{ feelings: [], softer: "raw", need: "rest" }])).toEqual({
      feelings: [],
      softer: ["raw"],
      needs: ["rest"],
    });
    expect(countOwnWords(Array.from({ length: 30 }, (_, index) => piece(`w${index}`))).feelings).toHaveLength(10);
  });
});
