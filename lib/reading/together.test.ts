import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Seat } from "@/lib/ids";
import { otherSeat } from "@/lib/other-seat";
import { moveReading, nobodyReads, type Reading, type ReadingMove } from "@/lib/reading/together";

const anySeat = fc.constantFrom<Seat>("A", "B");
const anyPage = fc.constantFrom("0-warm", "1-turn", "agreements");
const anyMove = fc.oneof(
  fc.constantFrom<ReadingMove>({ type: "arrive" }, { type: "leave" }, { type: "drop" }, { type: "pass" }),
  fc.record({ type: fc.constantFrom<"take" | "turn">("take", "turn"), page: anyPage }),
);
type Step = readonly [Seat, ReadingMove];
const anyStory = fc.array(fc.tuple(anySeat, anyMove), { maxLength: 40 });

const step = (reading: Reading, [seat, move]: Step): Reading => {
  const moved = moveReading(reading, seat, move);
  return moved.ok ? moved.value : reading;
};
const tell = (story: readonly Step[]) => story.reduce(step, nobodyReads);
const swapped = ({ holder, page, here, dropped }: Reading): Reading => {
  const swap = (list: readonly Seat[]) => list.map(otherSeat).sort();
  return { holder: holder && otherSeat(holder), page, here: swap(here), dropped: swap(dropped) };
};

describe("whatever the two do", () => {
  it("at most one holds the page, and a page is held by somebody who has not left", () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const { holder, page, here, dropped } = tell(story);
        expect(page === null).toBe(holder === null);
        expect(holder === null || here.includes(holder) || dropped.includes(holder)).toBe(true);
        expect(here.filter((seat) => dropped.includes(seat))).toEqual([]);
      }),
    );
  });

  it("swapping the seats swaps the reading and nothing else", () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const mirrored = story.map(([seat, move]) => [otherSeat(seat), move] as const);
        expect(tell(mirrored)).toEqual(swapped(tell(story)));
      }),
    );
  });

  it("either can leave alone, and then holds nothing", () => {
    fc.assert(
      fc.property(anyStory, anySeat, (story, seat) => {
        const left = moveReading(tell(story), seat, { type: "leave" });
        expect(left.ok).toBe(true);
        if (left.ok) expect([left.value.holder, ...left.value.here, ...left.value.dropped]).not.toContain(seat);
      }),
    );
  });

  it("whoever is here can come to hold a page: at once, or as soon as the holder passes it or is gone", () => {
    fc.assert(
      fc.property(anyStory, anySeat, anyPage, (story, seat, page) => {
        const here = step(tell(story), [seat, { type: "arrive" }]);
        const took = moveReading(here, seat, { type: "take", page });
        const isOthers = here.holder === otherSeat(seat) && here.here.includes(otherSeat(seat));
        expect(took).toEqual(isOthers ? { ok: false, refusal: "notYourPage" } : expect.objectContaining({ ok: true }));
        if (isOthers) expect(step(here, [otherSeat(seat), { type: "pass" }]).holder).toBe(seat);
        for (const type of ["leave", "drop"] as const) {
          const alone = step(here, [otherSeat(seat), { type }]);
          expect(step(alone, [seat, { type: "take", page }])).toMatchObject({ holder: seat, page });
        }
      }),
    );
  });

  it("only the holder turns or passes the page, and a refusal changes nothing", () => {
    fc.assert(
      fc.property(anyStory, anySeat, anyPage, (story, seat, page) => {
        const reading = tell(story);
        for (const move of [{ type: "turn", page }, { type: "pass" }] as const) {
          const moved = moveReading(reading, seat, move);
          if (moved.ok) expect(reading.holder).toBe(seat);
          else expect(tell(story)).toEqual(reading);
        }
      }),
    );
  });
});

describe("a line that drops", () => {
  const together: Reading = { holder: "A", page: "1-turn", here: ["A", "B"], dropped: [] };

  it("keeps the page for whoever held it; the other may take it, and then it is theirs", () => {
    const dropped = step(together, ["A", { type: "drop" }]);
    expect(dropped).toEqual({ holder: "A", page: "1-turn", here: ["B"], dropped: ["A"] });
    expect(step(dropped, ["A", { type: "arrive" }])).toEqual(together);
    const taken = step(dropped, ["B", { type: "take", page: "0-warm" }]);
    const back = step(taken, ["A", { type: "arrive" }]);
    expect(back).toEqual({ holder: "B", page: "0-warm", here: ["A", "B"], dropped: [] });
    expect(moveReading(back, "A", { type: "turn", page: "1-turn" })).toEqual({ ok: false, refusal: "notYourPage" });
  });

  it("differs from leaving, which frees the page", () => {
    expect(step(together, ["A", { type: "leave" }])).toEqual({ holder: null, page: null, here: ["B"], dropped: [] });
  });

  it("nobody can be passed a page who is not here", () => {
    const alone = step(together, ["B", { type: "drop" }]);
    expect(moveReading(alone, "A", { type: "pass" })).toEqual({ ok: false, refusal: "aloneHere" });
  });
});
