import type { CheckInEvent } from "@/lib/check-in/events";
import { evolve } from "@/lib/check-in/evolve";
import { type CheckInState, hasBegun, statusOf } from "@/lib/check-in/state";
import type { CheckInId, CoupleId } from "@/lib/ids";
import { agreementMoves } from "@/server/check-ins/agreement-moves";
import type { Append } from "@/server/check-ins/append";
import { foldLog } from "@/server/check-ins/folding";
import { type HeldStates, heldStates } from "@/server/check-ins/held-states";
import * as repository from "@/server/check-ins/repository";
import type { Partnership } from "@/server/couples/service";
import { log } from "@/server/log";
import { type Happening, publish } from "@/server/publish";

// On globalThis: pages and sockets hold copies of this module, and one memory is enough.
declare global {
  var heardStates: HeldStates | undefined;
}

const mebibyte = 1024 * 1024;
const held = (): HeldStates => {
  globalThis.heardStates ??= heldStates(256 * mebibyte);
  return globalThis.heardStates;
};

/** The couple is part of the key, so that nobody can be handed a state of another's. */
const keyOf = ({ coupleId }: { coupleId: CoupleId }, checkInId: CheckInId) => `${coupleId}/${checkInId}`;

/** The state in memory, which may be old; null when there is none. */
export const findHeldState = (couple: { coupleId: CoupleId }, checkInId: CheckInId): CheckInState | null =>
  held().find(keyOf(couple, checkInId));

/** Nobody is connected any more, so the memory is free for others; the log has everything. */
export const releaseState = (couple: { coupleId: CoupleId }, checkInId: CheckInId): void =>
  held().release(keyOf(couple, checkInId));

/** As after a restart. */
export const releaseAllStates = (): void => held().clear();

/**
 * The state as the database has it now, reading only what is newer than what is held. One that has ended is never held and
 * always read whole: its words may have been taken back since, on any node. Null for everyone without a living
 * seat at this check-in, and where there is none.
 *
 * @param keep whether to hold it afterwards: yes in a room, no for a page that is read once
 */
export const readState = async (
  partnership: Partnership,
  checkInId: CheckInId,
  { keep }: { keep: boolean },
): Promise<CheckInState | null> => {
  const key = keyOf(partnership, checkInId);
  const known = held().find(key);
  if (known) {
    const [last, ...newer] = await repository.loadLog(partnership, checkInId, known.version);
    // A backup may have been restored meanwhile: what is held counts only if the log still has its last event.
    if (last?.seq === known.version && last.event.commandId === known.commandIds.at(-1)) {
      const state = foldLog(newer, known);
      if (!state.end) {
        held().keep(
          key,
          state,
          newer.map(({ event }) => event),
        );
        return state;
      }
    }
    held().release(key);
  }
  const logged = await repository.loadLog(partnership, checkInId);
  if (logged.length === 0) return null;
  const state = foldLog(logged);
  if (keep && !state.end) {
    held().keep(
      key,
      state,
      logged.map(({ event }) => event),
    );
  }
  return state;
};

/** The list columns, when they differ. */
export const movedBetween = (before: CheckInState, after: CheckInState): Append["moved"] => {
  const status = statusOf(after);
  return status === statusOf(before) ? null : { status, endedAt: after.end?.at ?? null, begun: hasBegun(after) };
};

/**
 * Writes one decided event and tells whoever listens.
 *
 * @returns the state with it, or null when somebody was faster or the seat is gone: read again
 * @throws when the database cannot be reached; whether it was written is unknown then
 */
export const commit = async (
  partnership: Partnership,
  before: CheckInState,
  event: CheckInEvent,
): Promise<CheckInState | null> => {
  const { coupleId, personId, other } = partnership;
  const { checkInId, version } = before;
  const state = evolve(before, event);
  const moved = movedBetween(before, state);
  const agreements = agreementMoves(before, state);
  const author = event.seat === null ? null : personId;
  const outcome = await repository.append({ coupleId, checkInId, personId: author, version, event, moved, agreements });
  if (outcome === "stale") return null;
  if (state.end) held().release(keyOf(partnership, checkInId));
  else if (findHeldState(partnership, checkInId)) held().keep(keyOf(partnership, checkInId), state, [event]);
  tell({ type: "checkInChanged", coupleId, state });
  if (state.end && !before.end) tell({ type: "homeChanged", personIds: [personId, other.personId] });
  return state;
};

/** What is committed is acknowledged, whatever a listener makes of the news. */
export const tell = (happening: Happening): void => {
  try {
    publish(happening);
  } catch (err) {
    log.error({ err, kind: happening.type }, "a listener did not take the news");
  }
};
