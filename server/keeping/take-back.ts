import type { CheckInState } from "@/lib/check-in/state";
import { unshownBeside } from "@/lib/check-in/unshown-beside";
import { type CheckInId, type CommandId, type CoupleId, type PersonId, personIdSchema, type Seat } from "@/lib/ids";
import { ok, type Result, refuse } from "@/lib/result";
import { foldLog } from "@/server/check-ins/folding";
import { tell } from "@/server/check-ins/states";
import type { FormerPartnership } from "@/server/couples/former";
import type { Partnership } from "@/server/couples/service";
import { readRows } from "@/server/keeping/former";
import * as repository from "@/server/keeping/repository";
import { log } from "@/server/log";

export type TakeBackRefusal = "notFound" | "stillRunning";

/**
 * Erases an author's own words in a check-in that has ended (promise 20), linked still or not any more: those of one command
 * with the tries before it that no page shows, or all. Words that are gone already are gone; doing it again is fine. The other's open pages read themselves anew.
 *
 * @returns how many writings were erased now. `notFound`: no such check-in, or no such words of one's own in it
 * @throws when the database cannot be reached
 */
export async function takeBack(
  author: Partnership | FormerPartnership,
  checkInId: CheckInId,
  commandId: CommandId | null,
): Promise<Result<{ count: number }, TakeBackRefusal>> {
  const { coupleId, seat, personId } = author;
  const erased = await repository.inTransaction(async (tx) => {
    const logged = readRows(await repository.lockLog(tx, { coupleId, seat, personId }, checkInId));
    if (logged.length === 0) return refuse("notFound");
    const state = foldLog(logged);
    if (!state.end) return refuse("stillRunning");
    const own = logged.filter(({ event }) => event.seat === seat && "words" in event && event.words !== null);
    const ownIds = own.map(({ event }) => event.commandId);
    if (commandId !== null && !ownIds.includes(commandId)) return refuse("notFound");
    const ids = commandId === null ? ownIds : [commandId, ...besideOf(state, logged, commandId)];
    const count = await repository.eraseWords(tx, { coupleId, seat, checkInId, commandIds: ids, gone: "takenBack" });
    return ok({ count, personIds: (await repository.listPeople(coupleId, tx)).map((id) => personIdSchema.parse(id)) });
  });
  if (!erased.ok) return erased;
  const { count, personIds } = erased.value;
  log.info({ checkInId, seat, kind: "takeBack", count }, "words were taken back");
  if (count > 0) await tellThatWordsWent(author, checkInId, personIds);
  return ok({ count });
}

function besideOf({ guide }: CheckInState, logged: ReturnType<typeof readRows>, commandId: CommandId): CommandId[] {
  const [opened, ...events] = logged.map(({ event }) => event);
  return opened?.type === "opened" ? unshownBeside(guide, [opened, ...events], commandId) : [];
}

/** The room of those who have just ended it, and every page that is open. What is told is as the database has it now. */
async function tellThatWordsWent(
  { coupleId }: { coupleId: CoupleId; seat: Seat },
  checkInId: CheckInId,
  personIds: readonly PersonId[],
): Promise<void> {
  const state = await readAnew(coupleId, checkInId).catch(() => null);
  if (state) tell({ type: "checkInChanged", coupleId, state });
  tell({ type: "homeChanged", personIds });
}

const readAnew = async (coupleId: CoupleId, checkInId: CheckInId): Promise<CheckInState> =>
  foldLog(readRows(await repository.loadLog(coupleId, checkInId)));
