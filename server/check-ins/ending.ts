import { randomUUID } from "node:crypto";
import { type AnyEnvelope, decide } from "@/lib/check-in/decide";
import { evolve } from "@/lib/check-in/evolve";
import { type CheckInState, hasBegun } from "@/lib/check-in/state";
import { type CheckInId, type CoupleId, commandIdSchema, type Seat } from "@/lib/ids";
import { foldLog } from "@/server/check-ins/folding";
import * as repository from "@/server/check-ins/repository";
import { movedBetween } from "@/server/check-ins/states";
import type { Partnership } from "@/server/couples/service";

/**
 * Writes the end of a running check-in into the transaction that ends the couple. Call it there after the couple's own row was
 * changed: what was opened before is then in sight, and nothing is opened afterwards. Because `seq` is unique, a command under
 * way either comes before this ending or finds it.
 *
 * @param seat whose wish it was; the record of the check-in does not say
 * @returns what ended, or null when nothing was running
 */
export const appendUnlinked = (
  tx: repository.Transaction,
  { coupleId, seat, now }: { coupleId: CoupleId; seat: Seat; now: Date },
): Promise<CheckInState | null> =>
  endRunning(tx, { coupleId, seat, now, command: { type: "unlink" }, mayEnd: () => true });

/**
 * Ends a check-in whose lobby the other one did not come to, inside the transaction that gives it another time. It is then in
 * no list. After the commit the caller tells of it (`checkInChanged`).
 *
 * @returns what ended, or null when it has begun or is not the one that runs
 */
export const endUnbegun = (
  tx: repository.Transaction,
  { coupleId, seat }: Partnership,
  checkInId: CheckInId,
  now: Date,
): Promise<CheckInState | null> => {
  const mayEnd = (state: CheckInState) => state.checkInId === checkInId && !hasBegun(state);
  return endRunning(tx, { coupleId, seat, now, command: { type: "endKindly", words: null }, mayEnd });
};

type Ending = {
  coupleId: CoupleId;
  seat: Seat;
  now: Date;
  command: AnyEnvelope["command"];
  mayEnd: (state: CheckInState) => boolean;
};

const endRunning = async (
  tx: repository.Transaction,
  { coupleId, seat, now, command, mayEnd }: Ending,
): Promise<CheckInState | null> => {
  const commandId = commandIdSchema.parse(randomUUID());
  for (;;) {
    const logged = await repository.loadRunningLog(tx, coupleId);
    if (!logged) return null;
    const before = foldLog(logged);
    if (!mayEnd(before)) return null;
    const decided = decide(before, { commandId, forStep: before.step, command }, seat, now.getTime());
    if (!decided.ok || !decided.value) return null;
    const event = decided.value;
    const after = evolve(before, event);
    const { checkInId, version } = before;
    const moved = movedBetween(before, after);
    const ending = { coupleId, checkInId, personId: null, version, event, moved };
    if (await repository.appendEnding(tx, ending)) return after;
  }
};
