import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { listGuides } from "@/lib/guides/find-guide";
import type { Guide } from "@/lib/guides/guide";
import { otherSeat, type Seat } from "@/lib/ids";
import { type Command, commandSchema } from "./commands";
import { decide, lapsesAfterBreak } from "./decide";
import { type CheckInEvent, checkInEventSchema, type Mode, type OpenedEvent } from "./events";
import { fold } from "./evolve";
import { alwaysThere, legalFor } from "./legal";
import { floorOf, stageLegal } from "./stages/run-stage";
import type { CheckInState } from "./state";
import { anyBeginning, commandIdOf, exampleOf, noon, type Play, play, playToFirstTurn, sealedOf } from "./test-kit";
import { viewFor } from "./view";
import { withoutWords } from "./without-words";

const runs = { numRuns: process.env.CI ? 1000 : 200 };
const seats = ["A", "B"] as const;

/** Every type there is, read off the schema so that a new command joins the laws by itself. */
const commandTypes: Command["type"][] = commandSchema.options.flatMap(({ shape }) =>
  "options" in shape.type ? shape.type.options : [...shape.type.values],
);

/** One move of a random partner: by index into what is legal (most of the time), or anything at all. */
type Move = { seat: Seat; kind: "lead" | "legal" | "any" | "goBack"; index: number; variant: number };
const anyMove: fc.Arbitrary<Move> = fc.record({
  seat: fc.constantFrom(...seats),
  kind: fc.constantFrom("lead", "lead", "lead", "lead", "lead", "lead", "legal", "any", "goBack"),
  // Mostly the first thing on offer: passing everything leads past most of what there is to see.
  index: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(40) }),
  variant: fc.nat(5),
});
const anyPlay = fc.record({
  beginning: anyBeginning,
  mode: fc.constantFrom<Mode>("written", "spoken"),
  favoured: fc.constantFrom(...seats),
  // Without "max" fast-check keeps lists to about ten, and nobody would ever come to an agreement.
  moves: fc.array(anyMove, { maxLength: 60, size: "max" }),
});

const variantOf = (command: Command, variant: number, state: CheckInState, guide: Guide): Command => {
  switch (command.type) {
    case "confirm":
      return {
        ...command,
        answer: (["notQuite", "notQuite", "notQuite", "yes", "nearly", "notQuite"] as const)[variant % 6] ?? "yes",
      };
    case "answer":
      return { ...command, answer: (["yes", "withAChange", "notNow"] as const)[variant % 3] ?? "yes" };
    case "settle":
      return { ...command, keep: variant % 3 !== 0 };
    case "pick": {
      const stage = guide.stages[state.table.stage];
      const order = stage?.kind === "choose" && stage.options === "order";
      const options = order ? ["A", "B", "either"] : ["one", "two", "either"];
      return { ...command, option: options[variant % 3] ?? "either" };
    }
    default:
      return command;
  }
};

const leading = (state: CheckInState, seat: Seat): readonly Command["type"][] => {
  const stage = state.guide.stages[state.table.stage];
  if (state.onBreak) return state.onBreak.back.includes(seat) ? [] : ["comeBack"];
  return stage && !state.end ? stageLegal(state.table.inner, seat, stage) : [];
};

const makeMove = (game: Play, { seat, kind, index, variant }: Move, guide: Guide): void => {
  if (kind === "goBack") {
    for (const each of seats) game.attempt(each, { type: "goBack" });
    return;
  }
  const pick = (from: readonly Command["type"][]) => from[index % Math.max(1, from.length)];
  const leader = leading(game.state, seat).length > 0 ? seat : otherSeat(seat);
  const actor = kind === "lead" ? leader : seat;
  const from =
    kind === "lead" ? leading(game.state, leader) : kind === "legal" ? legalFor(game.state, seat) : commandTypes;
  const type = pick(from);
  // An early end now and then, not in every second play.
  if (type === "endKindly" && variant > 0) return;
  if (type) game.attempt(actor, variantOf(exampleOf(type, game.state), variant, game.state, guide));
};

/** To the beginning of the stage of this number, each stage by the first thing that leads on. */
const leadOn = (game: Play, stage: number): void => {
  while (game.state.table.stage < stage) {
    const seat = leading(game.state, "A").length > 0 ? "A" : "B";
    const [type] = leading(game.state, seat);
    if (!type) throw new Error("somebody can always lead on");
    // A turn has many ways to go on; what is not "yes, that's all" is for the random moves.
    const shortest = type === "share" && leading(game.state, seat).includes("shareDone") ? "shareDone" : type;
    game.act(seat, exampleOf(shortest, game.state));
  }
};

/** Plays a random check-in, of every guide there is and of none yet written, and looks at every state on the way, the first included. */
const everyState = (
  look: (game: Play, before: CheckInState | null) => void,
  chosen: { seed?: number; numRuns?: number } = {},
) =>
  fc.assert(
    fc.property(anyPlay, ({ beginning: { guide, behind }, mode, favoured, moves }) => {
      const game = play(guide, mode, favoured);
      leadOn(game, behind);
      look(game, null);
      for (const move of moves) {
        const before = game.state;
        makeMove(game, move, guide);
        if (game.state !== before) look(game, before);
      }
    }),
    { ...runs, ...chosen },
  );

const accepted = (state: CheckInState, command: Command, seat: Seat, now = noon + 10_000_000) =>
  decide(state, { commandId: commandIdOf(999_999), forStep: state.step, command }, seat, now);

describe("laws of every check-in", { timeout: 120_000 }, () => {
  test("the random check-ins get to the places that the laws are about", () => {
    const seen = new Set<string>();
    everyState(
      ({ state }, before) => {
        const { inner } = state.table;
        seen.add(`step ${inner.step}`);
        if (state.onBreak) seen.add("on a break");
        if (before?.onBreak && !state.onBreak && !state.end) seen.add("back from a break");
        if (state.agreements.some(({ retiredAt }) => retiredAt === null)) seen.add("an agreement");
        if (state.agreements.some(({ retiredAt }) => retiredAt !== null)) seen.add("an agreement let go");
        if (before && state.table.stage < before.table.stage) seen.add("back over a stage");
        if (state.end) seen.add(state.end.how);
        if (inner.kind === "reveal" && inner.step === "write" && Object.keys(inner.written).length === 1)
          seen.add("half");
        if (inner.kind === "request" && Object.values(inner.keeps).includes(false)) seen.add("a wish that is not kept");
      },
      { seed: 2026, numRuns: 1000 },
    );
    const steps =
      "gather pick write read compose listen reflect confirm ladder breathe more empathise thank ask answer settle";
    expect([...seen].sort()).toEqual(
      [
        ...steps.split(" ").map((step) => `step ${step}`),
        "on a break",
        "back from a break",
        "an agreement",
        "an agreement let go",
        "back over a stage",
        "completed",
        "endedKindly",
        "half",
        "a wish that is not kept",
      ].sort(),
    );
  });

  test("the laws play every guide that is on offer, through each of its stages", () => {
    const seen = new Set<string>();
    everyState(({ state }) => seen.add(`${state.guide.id} ${state.guide.stages[state.table.stage]?.id}`), {
      ...{ seed: 2026, numRuns: 1000 },
    });
    const missing = listGuides().flatMap(({ id, stages }) =>
      stages.map((stage) => `${id} ${stage.id}`).filter((place) => !seen.has(place)),
    );
    expect(missing).toEqual([]);
  });

  test("1: at most one holds the floor, and only they can move the step", () => {
    everyState(({ state }) => {
      if (state.end || state.onBreak) return;
      const floor = floorOf(state.table.inner);
      const movers = seats.filter((seat) => leading(state, seat).length > 0);
      expect(viewFor(state, "A").floor).toBe(viewFor(state, "B").floor);
      if (floor) expect(movers).toEqual([floor]);
    });
  });

  test("2: only the speaker confirms", () => {
    everyState(({ state }) => {
      const { inner } = state.table;
      const listener = inner.kind === "turn" ? otherSeat(inner.speaker) : "B";
      const answer = accepted(state, { type: "confirm", answer: "yes", words: null }, listener);
      expect(answer.ok).toBe(false);
    });
  });

  test("3: nothing that the listener does ends the speaker's turn, and no reflection is skipped by the speaker", () => {
    everyState(({ state, log }, before) => {
      const inner = before?.table.inner;
      const event = log.at(-1);
      if (!before || inner?.kind !== "turn" || !event?.seat || state.end || event.type === "backAsked") return;
      const speaking = !["empathise", "thank"].includes(inner.step);
      const now = state.table.inner;
      const over = state.table.stage !== before.table.stage || (now.kind === "turn" && now.step === "empathise");
      if (event.seat !== inner.speaker && speaking) expect(over).toBe(false);
      if (event.seat === inner.speaker && ["listen", "reflect"].includes(inner.step)) {
        expect(now.kind === "turn" && now.step).toBe(inner.step);
      }
    });
  });

  test("4: either partner alone can end any unfinished check-in", () => {
    everyState(({ state }) => {
      if (state.end) return;
      for (const seat of seats) expect(accepted(state, { type: "endKindly", words: null }, seat).ok).toBe(true);
    });
  });

  test("5: pause is accepted in every running step, from either, however late", () => {
    everyState(({ state }) => {
      if (state.end || state.onBreak) return;
      for (const seat of seats) {
        const envelope = {
          commandId: commandIdOf(999_999),
          forStep: 0,
          command: { type: "pause", minutes: 20 },
        } as const;
        expect(decide(state, envelope, seat, noon).ok).toBe(true);
      }
    });
  });

  test("6: before both are in, a view does not depend on what the other wrote, nor on its size", () => {
    everyState(({ state }) => {
      const { inner } = state.table;
      if (inner.kind !== "reveal" || inner.step !== "write" || state.end) return;
      for (const seat of seats) {
        const theirs = inner.written[otherSeat(seat)];
        if (!theirs) continue;
        const longer = { ...theirs, words: sealedOf("other-and-much-longer-words".repeat(9)) };
        const written = { ...inner.written, [otherSeat(seat)]: longer };
        const changed = { ...state, table: { ...state.table, inner: { ...inner, written } } };
        const passed = {
          ...changed,
          table: { ...changed.table, inner: { ...inner, written: { ...written, [otherSeat(seat)]: null } } },
        };
        expect(viewFor(changed, seat)).toEqual(viewFor(state, seat));
        expect(viewFor(passed, seat)).toEqual(viewFor(state, seat));
      }
    });
  });

  test("7: an agreement stands only after two yeses, and one lets it go", () => {
    everyState(({ state, log }) => {
      for (const agreement of state.agreements) {
        const askedAt = log.findIndex((event) => event.commandId === agreement.id);
        const yeses = log.slice(askedAt).filter((event) => event.type === "settled" && event.keep);
        expect(new Set(yeses.map((event) => event.seat)).size).toBe(2);
        if (agreement.retiredAt === null && state.end?.how !== "unlinked" && !state.onBreak) {
          for (const seat of seats)
            expect(accepted(state, { type: "retire", agreement: agreement.id }, seat).ok).toBe(true);
        }
      }
    });
  });

  test("8: folding the log again, also after a trip through JSON, gives the same state", () => {
    everyState(({ state, log }) => {
      expect(fold(state.guide, logOf(log))).toEqual(state);
    });
  });

  test("9: the same command id changes nothing twice, whoever sends it", () => {
    everyState(({ state, log }) => {
      for (const event of log) {
        for (const seat of seats) {
          const envelope = { commandId: event.commandId, forStep: state.step, command: { type: "pass" } } as const;
          expect(decide(state, envelope, seat, noon)).toEqual({ ok: true, value: null });
        }
      }
    });
  });

  test("10: a third person is refused whatever they send", () => {
    everyState(({ state }) => {
      for (const type of commandTypes) {
        const envelope = { commandId: commandIdOf(999_999), forStep: state.step, command: exampleOf(type, state) };
        expect(decide(state, envelope, "stranger", noon)).toEqual({ ok: false, refusal: "notAParticipant" });
      }
    });
  });

  test("11: after an unlink nothing is accepted", () => {
    everyState((game) => {
      if (game.state.end) return;
      const unlink = { commandId: commandIdOf(999_998), forStep: 0, command: { type: "unlink" } } as const;
      const decided = decide(game.state, unlink, "B", noon);
      if (!decided.ok || !decided.value) throw new Error("an unlink must be accepted");
      const [opened, ...events] = game.log;
      const after = fold(game.state.guide, [opened, ...events, decided.value]);
      for (const seat of seats) {
        expect(legalFor(after, seat)).toEqual([]);
        for (const type of commandTypes) expect(accepted(after, exampleOf(type, after), seat).ok).toBe(false);
      }
    });
  });

  test("12: swapping the seats in a log swaps them in the state and changes nothing else", () => {
    everyState(({ state, log }) => {
      expect(fold(state.guide, logOf(log.map(swapped)))).toEqual(swapped(state));
    });
  });

  test("13: decide never throws, and what it refuses leaves the log as it was", () => {
    everyState((game) => {
      for (const type of commandTypes) {
        for (const seat of seats) {
          const size = game.log.length;
          const { state } = game;
          const decided = accepted(state, exampleOf(type, state), seat);
          expect(typeof decided.ok).toBe("boolean");
          expect(game.log.length).toBe(size);
        }
      }
    });
  });

  test("14: view.legal and decide agree on every type of command", () => {
    everyState(({ state }) => {
      for (const seat of seats) {
        const accepts = commandTypes.filter((type) => accepted(state, exampleOf(type, state), seat).ok);
        expect([...viewFor(state, seat).legal].sort()).toEqual(accepts.sort());
      }
    });
  });

  test("15: in any unfinished state somebody has a move that leads on, and such moves lead to an end", () => {
    everyState(({ state }) => {
      const awaits = viewFor(state, "A").awaits;
      expect(awaits.length > 0).toBe(state.end === null);
      for (const seat of awaits) expect(leading(state, seat).length).toBeGreaterThan(0);
    });
    fc.assert(
      fc.property(anyBeginning, fc.array(fc.nat(5), { minLength: 1 }), ({ guide }, variants) => {
        const game = play(guide);
        for (let count = 0; count < 400 && !game.state.end; count++) {
          const seat = seats.find((candidate) => leading(game.state, candidate).length > 0);
          const [type] = seat ? leading(game.state, seat) : [];
          if (!seat || !type) break;
          const variant = count < 100 ? (variants[count % variants.length] ?? 0) : 0;
          game.act(seat, variantOf(exampleOf(type, game.state), variant, game.state, guide));
        }
        expect(game.state.end?.how).toBe("completed");
      }),
      runs,
    );
  });

  test("16: version counts the events and a step number never comes back", () => {
    everyState(({ state, log }, before) => {
      expect(state.version).toBe(log.length);
      if (before) expect(state.step - before.step).toBeGreaterThanOrEqual(0);
      if (before && before.table.inner.step !== state.table.inner.step) expect(state.step).toBe(before.step + 1);
    });
  });

  test("16: what is meant for another step moves nothing, unless it is always there", () => {
    everyState(({ state }) => {
      for (const seat of seats) {
        for (const type of legalFor(state, seat)) {
          const command = exampleOf(type, state);
          const late = { commandId: commandIdOf(999_999), forStep: state.step + 1, command };
          const decided = decide(state, late, seat, noon);
          expect(decided).toEqual(
            alwaysThere.has(type) ? { ok: true, value: expect.anything() } : { ok: false, refusal: "stepMoved" },
          );
        }
      }
    });
  });

  test("17: on a break pens are down", () => {
    everyState(({ state }, before) => {
      if (before?.onBreak && !state.end) expect(state.table).toEqual(before.table);
      if (!state.onBreak) return;
      const atRest = ["comeBack", "extend", "endKindly"];
      for (const seat of seats) expect(legalFor(state, seat).filter((type) => !atRest.includes(type))).toEqual([]);
    });
  });

  test("18: the clock ends nothing but a break that nobody came back from", () => {
    everyState(({ state }) => {
      const lapse = { commandId: commandIdOf(999_999), forStep: 0, command: { type: "lapse" } } as const;
      const due = (state.onBreak?.until ?? 0) + lapsesAfterBreak;
      expect(decide(state, lapse, "clock", due - 1).ok).toBe(false);
      expect(decide(state, lapse, "clock", due).ok).toBe(state.onBreak !== null);
    });
  });

  test("19: no view carries a count of attempts, ids to replay, or who paused earlier", () => {
    everyState(({ state }) => {
      for (const seat of seats) {
        const told = JSON.stringify(viewFor(state, seat));
        expect(told).not.toMatch(/notQuites|commandIds|tookAPause|slowedBy|"past"|stepTable/);
      }
    });
  });

  test("20: words that are taken out of a log are gone from the state, and nothing else is changed", () => {
    everyState(({ state, log }) => {
      for (const seat of seats) {
        const taken = logOf(log.map((event) => withoutWords(event, seat, "takenBack")));
        const after = fold(state.guide, taken);
        expect(after).toEqual(withMarks(state, seat));
        expect(JSON.stringify(after)).toEqual(
          JSON.stringify(fold(state.guide, logOf(taken.map((event) => withoutWords(event, seat, "notLeft"))))),
        );
      }
    });
  });

  test("20: taking words out of a log leaves the other's, and nothing of the ciphertext", () => {
    const game = playToFirstTurn();
    game.act("A", { type: "share", words: sealedOf("piece-a") });
    const text = JSON.stringify(game.log.map((event) => withoutWords(event, "A", "takenBack")));
    expect(text).not.toContain("warm-a");
    expect(text).not.toContain("piece-a");
    expect(text).toContain("warm-b");
    expect(text.match(/takenBack/g)).toHaveLength(2);
  });
});

/** A state with a mark in the place of one seat's sealed words. */
const withMarks = (value: unknown, seat: Seat): unknown => {
  if (Array.isArray(value)) return value.map((part) => withMarks(part, seat));
  if (typeof value !== "object" || value === null) return value;
  const isTheirs = "words" in value && "seat" in value && value.seat === seat && value.words !== null;
  const parts = Object.entries(value).map(([key, part]) => [key, withMarks(part, seat)]);
  return { ...Object.fromEntries(parts), ...(isTheirs && { words: { gone: "takenBack" } }) };
};

/** The same log or state with the two chairs changed. A pick of an order names a chair too. */
const swapped = (value: unknown): unknown => {
  if (value === "A" || value === "B") return otherSeat(value);
  if (Array.isArray(value)) {
    const parts = value.map(swapped);
    // Lists of seats are kept in order, so that who came first in them tells nothing.
    return parts.every((part) => part === "A" || part === "B") ? parts.sort() : parts;
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key === "A" || key === "B" ? otherSeat(key) : key, swapped(part)]),
  );
};

/** Events as a database gives them back: through JSON and the schema. */
const logOf = (events: readonly unknown[]): [OpenedEvent, ...CheckInEvent[]] => {
  const [opened, ...rest] = events.map((event) => checkInEventSchema.parse(JSON.parse(JSON.stringify(event))));
  if (opened?.type !== "opened") throw new Error("a log begins with opened");
  return [opened, ...rest];
};
