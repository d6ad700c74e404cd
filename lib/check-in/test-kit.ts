import type { Guide } from "@/lib/guides/guide";
import { standard } from "@/lib/guides/standard";
import { type CheckInId, type CommandId, checkInIdSchema, commandIdSchema, type Seat } from "@/lib/ids";
import { otherSeat } from "@/lib/other-seat";
import type { Sealed } from "@/lib/sealing/sealed";
import type { Command } from "./commands";
import { type Actor, type AnyEnvelope, decide } from "./decide";
import type { CheckInEvent, Mode, OpenedEvent } from "./events";
import { evolve, start } from "./evolve";
import type { CheckInState } from "./state";

/** Builders that unit tests, the laws and other areas' tests share. Deterministic: no clock, no randomness. */

const uuidOf = (n: number) => `00000000-0000-4000-8000-${n.toString(16).padStart(12, "0")}`;
export const commandIdOf = (n: number): CommandId => commandIdSchema.parse(uuidOf(n));
export const checkInIdOf = (n: number): CheckInId => checkInIdSchema.parse(uuidOf(n));

/** A sealed value that no key opens; to the core all are alike. */
export const sealedOf = (mark: string | number): Sealed => ({
  v: 1,
  n: "AAAAAAAAAAAAAAAA",
  c: `c${String(mark).replaceAll(/[^A-Za-z0-9_-]/g, "-")}`,
});

export const noon = Date.UTC(2026, 0, 4, 12);

export const openedOf = (guide: Guide, mode: Mode = "written", favoured: Seat = "A"): OpenedEvent => ({
  type: "opened",
  seat: "A",
  at: noon,
  commandId: commandIdOf(0),
  checkInId: checkInIdOf(1),
  guideId: guide.id,
  guideVersion: guide.version,
  mode,
  favoured,
});

/** Frozen all the way down, so that a step which changes a state in place throws. */
export const frozen = <T>(value: T): T => {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
};

/** A check-in at play, with its log. Each accepted command gets the next id and one more second on the clock. */
export const play = (guide: Guide = standard, mode: Mode = "written", favoured: Seat = "A") => {
  const opened = openedOf(guide, mode, favoured);
  let state: CheckInState = frozen(start(guide, opened));
  const log: [OpenedEvent, ...CheckInEvent[]] = [opened];
  let count = 0;
  const attempt = (
    actor: Actor,
    command: AnyEnvelope["command"],
    change: Partial<AnyEnvelope> & { now?: number } = {},
  ) => {
    count += 1;
    const { now = noon + count * 1000, ...rest } = change;
    const envelope = { commandId: commandIdOf(count), forStep: state.step, command, ...rest };
    const decided = decide(state, envelope, actor, now);
    if (decided.ok && decided.value) {
      log.push(decided.value);
      state = frozen(evolve(state, decided.value));
    }
    return decided;
  };
  return {
    log,
    attempt,
    get state() {
      return state;
    },
    /** As `attempt`, for commands that must be accepted. */
    act(actor: Actor, command: AnyEnvelope["command"], now?: number) {
      const decided = attempt(actor, command, now === undefined ? {} : { now });
      if (!decided.ok) throw new Error(`${command.type} by ${actor} was refused: ${decided.refusal}`);
      return state;
    },
    both(command: Command) {
      this.act("A", command);
      return this.act("B", command);
    },
  };
};
export type Play = ReturnType<typeof play>;

/** To the standard guide's first turn, A speaking. */
export const playToFirstTurn = (mode: Mode = "written"): Play => {
  const game = play(standard, mode);
  for (let gather = 0; gather < 3; gather++) game.both({ type: "ready" });
  game.both({ type: "pick", option: "A" });
  game.act("A", { type: "write", words: sealedOf("warm-a") });
  game.act("B", { type: "write", words: sealedOf("warm-b") });
  game.both({ type: "readOn" });
  return game;
};

/** What anybody says where it does not matter what. */
export const someWords = sealedOf("words");

/** The step at hand of the stage at hand. */
export const stepOf = ({ state }: Play) => state.table.inner.step;

/** The standard guide's first turn from compose to confirm: A shares, B listens and reflects. */
export const playToConfirm = (mode: Mode = "written"): Play => {
  const game = playToFirstTurn(mode);
  game.act("A", { type: "share", words: sealedOf("piece") });
  game.act("B", { type: "listened" });
  game.act("B", { type: "reflect", words: sealedOf("first-try") });
  return game;
};

/** One whole turn of whoever speaks, with one piece. */
export const playTurn = (game: Play, speaker: Seat): void => {
  const listener = otherSeat(speaker);
  game.act(speaker, { type: "share", words: someWords });
  game.act(listener, { type: "listened" });
  game.act(listener, { type: "reflect", words: someWords });
  game.act(speaker, { type: "confirm", answer: "yes", words: null });
  game.act(speaker, { type: "shareDone" });
  game.act(listener, { type: "empathise", words: someWords });
  game.act(speaker, { type: "thank" });
};

/** To the standard guide's requests, both having been heard. */
export const playToRequests = (): Play => {
  const game = playToFirstTurn();
  playTurn(game, "A");
  game.both({ type: "ready" });
  playTurn(game, "B");
  return game;
};

/** A valid payload for each type of command, where one exists in this state. */
export const exampleOf = (type: Command["type"], state: CheckInState): Command => {
  switch (type) {
    case "write":
    case "share":
    case "reflect":
    case "empathise":
    case "ask":
    case "endKindly":
      return { type, words: sealedOf(type) };
    case "pick":
      return { type, option: "either" };
    case "confirm":
      return { type, answer: "yes", words: null };
    case "answer":
      return { type, answer: "yes", words: null };
    case "settle":
      return { type, keep: true };
    case "pause":
    case "extend":
      return { type, minutes: 20 };
    case "retire":
      return { type, agreement: state.agreements.find(({ retiredAt }) => retiredAt === null)?.id ?? commandIdOf(0) };
    default:
      return { type };
  }
};
