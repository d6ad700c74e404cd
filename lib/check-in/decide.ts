import type { Seat } from "@/lib/ids";
import { ok, type Result, refuse } from "@/lib/result";
import type { Command, CommandEnvelope, CommandType, HouseCommand, Refusal } from "./commands";
import type { CheckInEvent } from "./events";
import { eventTypeOf } from "./events";
import { alwaysThere, legalFor } from "./legal";
import { pickableOptions } from "./stages/choose";
import type { CheckInState } from "./state";

/** A seat at this table, the clock, or anybody else. Comes from the signed-in account, never from a payload. */
export type Actor = Seat | "clock" | "stranger";

/** A command of a partner's or of the house's, with what makes a retry and a late arrival harmless. */
export type AnyEnvelope = Omit<CommandEnvelope, "command"> & { command: Command | HouseCommand };

const minute = 60_000;
/** Somebody who came back alone is not kept waiting for ever. */
export const lapsesAfterBreak = 12 * 60 * minute;

/** The commands that in written mode say nothing without words. A confirmation, an answer and an ending do. */
const needsWords: ReadonlySet<CommandType> = new Set<CommandType>(["write", "share", "reflect", "empathise", "ask"]);

/**
 * What a command comes to: one event, a named refusal, or null where this very command was accepted before (a retry changes
 * nothing twice). Pure, and never throws.
 *
 * @param now the server's clock, epoch milliseconds
 */
export const decide = (
  state: CheckInState,
  envelope: AnyEnvelope,
  actor: Actor,
  now: number,
): Result<CheckInEvent | null, Refusal> => {
  const { commandId, command } = envelope;
  if (actor === "stranger") return refuse("notAParticipant");
  if (state.commandIds.includes(commandId)) return ok(null);
  if (actor === "clock") {
    const due = state.onBreak && now >= state.onBreak.until + lapsesAfterBreak;
    if (command.type !== "lapse" || !due) return refuse("invalid");
    return ok({ type: "lapsed", seat: null, at: now, commandId });
  }
  if (command.type === "lapse") return refuse("notYourTurn");
  const stamp = { seat: actor, at: now, commandId };
  if (command.type === "unlink") return state.end ? refuse("ended") : ok({ ...stamp, type: "unlinked" });

  if (!legalFor(state, actor).includes(command.type)) return refuse(whyNot(state, envelope, command.type));
  if (!alwaysThere.has(command.type) && envelope.forStep !== state.step) return refuse("stepMoved");
  return carryOut(state, command, stamp);
};

/** The reason that helps most: over, resting, no longer on the screen that it was meant for, or simply not theirs to do. */
const whyNot = (state: CheckInState, { forStep }: AnyEnvelope, type: CommandType): Refusal => {
  if (state.end) return "ended";
  if (state.onBreak) return "onBreak";
  return !alwaysThere.has(type) && forStep !== state.step ? "stepMoved" : "notYourTurn";
};

type Stamp = { seat: Seat; at: number; commandId: CommandEnvelope["commandId"] };

const carryOut = (state: CheckInState, command: Command, stamp: Stamp): Result<CheckInEvent, Refusal> => {
  if ("words" in command && command.words === null && state.mode === "written" && needsWords.has(command.type)) {
    return refuse("invalid");
  }
  switch (command.type) {
    case "pause":
    case "extend":
      return ok({ ...stamp, type: eventTypeOf[command.type], until: stamp.at + command.minutes * minute });
    case "pick": {
      const stage = state.guide.stages[state.table.stage];
      if (stage?.kind !== "choose" || !pickableOptions(stage).includes(command.option)) return refuse("invalid");
      return ok({ ...stamp, type: "picked", option: command.option });
    }
    case "confirm":
      return ok({ ...stamp, type: "confirmed", answer: command.answer, words: command.words });
    case "answer":
      return ok({ ...stamp, type: "answered", answer: command.answer, words: command.words });
    case "settle":
      return ok({ ...stamp, type: "settled", keep: command.keep });
    case "retire": {
      const standing = state.agreements.some(({ id, retiredAt }) => id === command.agreement && retiredAt === null);
      return standing ? ok({ ...stamp, type: "retired", agreement: command.agreement }) : refuse("invalid");
    }
    case "write":
    case "share":
    case "reflect":
    case "empathise":
    case "ask":
    case "endKindly":
      return ok({ ...stamp, type: eventTypeOf[command.type], words: command.words });
    default:
      return ok({ ...stamp, type: eventTypeOf[command.type] });
  }
};
