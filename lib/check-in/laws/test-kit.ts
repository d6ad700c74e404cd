import fc from "fast-check";
import type { Guide } from "@/lib/guides/guide";
import type { Seat } from "@/lib/ids";
import { otherSeat } from "@/lib/other-seat";
import { type Command, commandSchema } from "../commands";
import { decide } from "../decide";
import type { Mode } from "../events";
import { legalFor } from "../legal";
import { stageLegal } from "../stages/run-stage";
import type { CheckInState } from "../state";
import { commandIdOf, exampleOf, noon, type Play, play } from "../test-kit";
import { anyBeginning } from "./guides-test-kit";

export const runs = { numRuns: process.env.CI ? 1000 : 200 };
export const seats = ["A", "B"] as const;

/** Every type there is, read off the schema so that a new command joins the laws by itself. */
export const commandTypes: Command["type"][] = commandSchema.options.flatMap(({ shape }) =>
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
type Chosen = { beginning: { guide: Guide; behind: number }; mode: Mode; favoured: Seat; moves: Move[] };
const anyPlay: fc.Arbitrary<Chosen> = fc.record({
  beginning: anyBeginning,
  mode: fc.constantFrom<Mode>("written", "spoken"),
  favoured: fc.constantFrom(...seats),
  // Without "max" fast-check keeps lists to about ten, and nobody would ever come to an agreement.
  moves: fc.array(anyMove, { maxLength: 60, size: "max" }),
});

export const variantOf = (command: Command, variant: number, state: CheckInState, guide: Guide): Command => {
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

export const leading = (state: CheckInState, seat: Seat): readonly Command["type"][] => {
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

/** Plays one random check-in to where its moves lead, and looks at every state on the way, the first included. */
const playOut = (
  { beginning: { guide, behind }, mode, favoured, moves }: Chosen,
  look: (game: Play, before: CheckInState | null) => void = () => undefined,
): Play => {
  const game = play(guide, mode, favoured);
  leadOn(game, behind);
  look(game, null);
  for (const move of moves) {
    const before = game.state;
    makeMove(game, move, guide);
    if (game.state !== before) look(game, before);
  }
  return game;
};

/** Of random check-ins, in every guide there is and in some not yet written, every state. */
export const everyState = (
  look: (game: Play, before: CheckInState | null) => void,
  chosen: { seed?: number; numRuns?: number } = {},
) =>
  fc.assert(
    fc.property(anyPlay, (one) => void playOut(one, look)),
    { ...runs, ...chosen },
  );

/** Of as many random check-ins the whole log alone: they stop anywhere, so that any beginning of a log is one of them. */
export const everyLog = (look: (game: Play) => void) =>
  fc.assert(
    fc.property(anyPlay, (one) => look(playOut(one))),
    runs,
  );

export const accepted = (state: CheckInState, command: Command, seat: Seat, now = noon + 10_000_000) =>
  decide(state, { commandId: commandIdOf(999_999), forStep: state.step, command }, seat, now);
