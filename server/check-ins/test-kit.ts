import { randomUUID } from "node:crypto";
import type { Command, CommandEnvelope } from "@/lib/check-in/commands";
import type { Mode } from "@/lib/check-in/events";
import { type CheckInId, type CommandId, commandIdSchema } from "@/lib/ids";
import * as repository from "@/server/check-ins/repository";
import { enter, openCheckIn, run } from "@/server/check-ins/service";
import type { Partnership } from "@/server/couples/service";
import { addCouple } from "@/server/couples/test-people";

export const newCommandId = (): CommandId => commandIdSchema.parse(randomUUID());

/** A couple with a check-in that has just been opened. */
export async function addCheckIn(mode: Mode = "written") {
  const couple = await addCouple();
  const [a, b] = couple.seats;
  const opened = await openCheckIn(a, { guideId: "standard", mode, commandId: newCommandId() });
  if (!opened.ok) throw new Error(`not opened: ${opened.refusal}`);
  return { ...couple, a, b, checkInId: opened.value.checkInId };
}
export type TestCheckIn = Awaited<ReturnType<typeof addCheckIn>>;

/** A command as the screen that shows this step sends it. */
export const envelopeOf = (command: Command, forStep: number, commandId = newCommandId()): CommandEnvelope => ({
  commandId,
  forStep,
  command,
});

/** The state as the database has it. */
export async function readNow(partnership: Partnership, checkInId: CheckInId) {
  const state = await enter(partnership, checkInId, { keep: false });
  if (!state) throw new Error("not a participant");
  return state;
}

/** Carries out what must be accepted, for the step at hand. */
export async function act(partnership: Partnership, checkInId: CheckInId, command: Command) {
  const { step } = await readNow(partnership, checkInId);
  const ran = await run(partnership, checkInId, envelopeOf(command, step));
  if (!ran.ok) throw new Error(`${command.type} was refused: ${ran.refusal}`);
  return ran.value.state;
}

/** To the first turn's first step, A speaking. */
export async function actToFirstTurn({ a, b, checkInId }: TestCheckIn) {
  const both = async (command: Command) => {
    await act(a, checkInId, command);
    return act(b, checkInId, command);
  };
  for (let gather = 0; gather < 3; gather++) await both({ type: "ready" });
  await both({ type: "pick", option: "A" });
  await both({ type: "pass" });
  return both({ type: "readOn" });
}

export async function readLog(partnership: Partnership, checkInId: CheckInId) {
  return (await repository.loadLog(partnership, checkInId)).map(({ seq, event }) => ({ seq, ...event }));
}
