import { randomUUID } from "node:crypto";
import { favouredSeat } from "@/lib/check-in/coin";
import type { CommandEnvelope, Refusal } from "@/lib/check-in/commands";
import { decide, lapsesAfterBreak } from "@/lib/check-in/decide";
import type { Mode, OpenedEvent } from "@/lib/check-in/events";
import { start } from "@/lib/check-in/evolve";
import { type CheckInState, statusOf } from "@/lib/check-in/state";
import { listGuides } from "@/lib/guides/find-guide";
import { type CheckInId, type CommandId, type CoupleId, commandIdSchema, type Seat } from "@/lib/ids";
import { otherSeat } from "@/lib/other-seat";
import { ok, type Result, refuse } from "@/lib/result";
import { foldLog } from "@/server/check-ins/folding";
import { newCheckInId } from "@/server/check-ins/new-check-in-id";
import { oneByOne } from "@/server/check-ins/one-by-one";
import * as repository from "@/server/check-ins/repository";
import { commit, findHeldState, readState, tell } from "@/server/check-ins/states";
import type { FormerPartnership } from "@/server/couples/former";
import type { Partnership } from "@/server/couples/service";
import { wordsAreShut } from "@/server/keys/shut";
import { log } from "@/server/log";

export { findHeldState, releaseState } from "@/server/check-ins/states";

const mintCommandId = (): CommandId => commandIdSchema.parse(randomUUID());

// One line of commands for each check-in on this node, whichever copy of this module they come by. The couple is part of its
// name: nobody else can stand in it.
declare global {
  var heardCommandLines: ReturnType<typeof oneByOne> | undefined;
}
const mostCommandsInLine = 32;
const inLine = <T>(coupleId: CoupleId, checkInId: CheckInId, job: () => Promise<T>): Promise<T> | null => {
  globalThis.heardCommandLines ??= oneByOne(mostCommandsInLine);
  return globalThis.heardCommandLines(`${coupleId}/${checkInId}`, job);
};

type Asked = { guideId: string; mode: Mode; commandId: CommandId };

/**
 * Opens a check-in for both. The same `commandId` again answers with the same check-in.
 *
 * @returns `alreadyRunning` while an unfinished one exists; `invalid` for a guide that is not offered; `wordsShut` for somebody who
 * could seal nothing in it
 */
export const openCheckIn = async (
  partnership: Partnership,
  asked: Asked,
): Promise<
  Result<{ checkInId: CheckInId }, "alreadyRunning" | "invalid" | "wordsShut" | "notAParticipant" | "unavailable">
> => {
  const { coupleId, personId, other } = partnership;
  try {
    const newest = await repository.findNewestEnded(coupleId);
    if (newest?.openedBy === asked.commandId) return ok({ checkInId: newest.checkInId });
    const opened = await openWith(undefined, partnership, asked);
    if (opened.ok) {
      tell({ type: "homeChanged", personIds: [personId, other.personId] });
      return opened;
    }
    if (opened.refusal !== "alreadyRunning") return opened;
    const running = await findRunning(partnership);
    if (!running) return refuse("notAParticipant");
    return running.commandIds[0] === asked.commandId ? ok({ checkInId: running.checkInId }) : refuse("alreadyRunning");
  } catch (err) {
    log.error({ err, coupleId, kind: "open" }, "a check-in could not be opened");
    return refuse("unavailable");
  }
};

/**
 * Opens a check-in inside another area's transaction, which knows by itself whether it asked before. Whoever calls tells both
 * homes after the commit. `alreadyRunning` also where the couple is no more.
 */
export const openWithin = (tx: repository.Transaction, partnership: Partnership, asked: Asked) =>
  openWith(tx, partnership, asked);

const openWith = async (
  tx: repository.Transaction | undefined,
  partnership: Partnership,
  { guideId, mode, commandId }: Asked,
): Promise<Result<{ checkInId: CheckInId }, "alreadyRunning" | "invalid" | "wordsShut">> => {
  const guide = listGuides().find(({ id }) => id === guideId);
  if (!guide) return refuse("invalid");
  if (await wordsAreShut(partnership, tx)) return refuse("wordsShut");
  const { coupleId, seat } = partnership;
  const last = await readLastEnded(coupleId, tx);
  const now = Date.now();
  const checkInId = newCheckInId(now);
  // Where nobody went first (a guide without turns, an early end) the favour was not used, and stays with whoever had it.
  const favoured = favouredSeat(checkInId, last && (last.table.first ?? otherSeat(last.favoured)));
  const guideVersion = guide.version;
  const opened: OpenedEvent = {
    type: "opened",
    seat,
    at: now,
    commandId,
    checkInId,
    guideId,
    guideVersion,
    mode,
    favoured,
  };
  if (!(await repository.insertOpened(partnership, opened, statusOf(start(guide, opened)), tx))) {
    return refuse("alreadyRunning");
  }
  log.info({ checkInId, guideId, kind: "open", seat }, "a check-in was opened");
  return ok({ checkInId });
};

/** The id of the couple's unfinished check-in as another area's transaction sees it. */
export const findRunningWithin = (tx: repository.Transaction, coupleId: CoupleId): Promise<CheckInId | null> =>
  repository.findRunningId(coupleId, tx);

/** The couple's check-in that was opened last of those that were held, or null. @throws when the database cannot be reached */
export const findLastEnded = (partnership: Partnership): Promise<CheckInState | null> =>
  readLastEnded(partnership.coupleId);

const readLastEnded = async (coupleId: CoupleId, tx?: repository.Transaction): Promise<CheckInState | null> => {
  const logged = await repository.loadLastEndedLog(coupleId, tx);
  return logged.length === 0 ? null : foldLog(logged);
};

/** The couple's unfinished check-in as it is now, or null. @throws when the database cannot be reached */
export const findRunning = async (partnership: Partnership): Promise<CheckInState | null> => {
  const checkInId = await repository.findRunningId(partnership.coupleId);
  const state = checkInId && (await readState(partnership, checkInId, { keep: false }));
  const current = state && (await lapsedIfDue(partnership, state));
  return current?.end ? null : current;
};

/**
 * A check-in for one who comes to it, read from the database; null for everyone without a living seat at it.
 *
 * @param keep whether commands will follow (a room) or it is only shown (a page)
 * @throws when the database cannot be reached
 */
export const enter = async (
  partnership: Partnership,
  checkInId: CheckInId,
  { keep }: { keep: boolean },
): Promise<CheckInState | null> => {
  const state = await readState(partnership, checkInId, { keep });
  return state && lapsedIfDue(partnership, state);
};

export type Ran = { version: number; state: CheckInState };

/**
 * Carries out one command: decided, written and committed when this resolves. The same `commandId` again changes nothing and
 * is answered alike. Never throws: `unavailable` when the outcome is unknown, and then the same command again is safe.
 */
export const run = async (
  partnership: Partnership,
  checkInId: CheckInId,
  envelope: CommandEnvelope,
): Promise<Result<Ran, Refusal>> => {
  const begun = performance.now();
  const { coupleId, seat } = partnership;
  const record = { checkInId, seat, kind: envelope.command.type, commandId: envelope.commandId };
  try {
    const job = () => carryOut(partnership, checkInId, envelope);
    const answer = await (inLine(coupleId, checkInId, job) ?? refuse("slowDown"));
    const ms = Math.round(performance.now() - begun);
    if (answer.ok) log.debug({ ...record, version: answer.value.version, ms }, "a command was accepted");
    else log.info({ ...record, refusal: answer.refusal, ms }, "a command was refused");
    return answer;
  } catch (err) {
    log.error({ ...record, err, refusal: "unavailable" }, "a command could not be carried out");
    return refuse("unavailable");
  }
};

/** Losing a race is no refusal: the command is decided again on what the faster one left. */
const mostTries = 8;

const carryOut = async (
  partnership: Partnership,
  checkInId: CheckInId,
  envelope: CommandEnvelope,
): Promise<Result<Ran, Refusal>> => {
  let state = findHeldState(partnership, checkInId);
  // What is held may be old; only a state that was just read may refuse anybody.
  let isFresh = false;
  for (let tries = 0; tries < mostTries; tries++) {
    if (!state) {
      state = await enter(partnership, checkInId, { keep: true });
      isFresh = true;
      if (!state) return refuse("notAParticipant");
    }
    state = await lapsedIfDue(partnership, state);
    const decided = decide(state, envelope, partnership.seat, Date.now());
    if (decided.ok) {
      const after = decided.value ? await commit(partnership, state, decided.value) : state;
      if (after) return ok({ version: after.version, state: after });
    } else if (isFresh) return decided;
    state = null;
  }
  return refuse("unavailable");
};

/** Ends a break that nobody came back from: whoever looks at it 12 hours after its time finds it ended kindly. */
const lapsedIfDue = async (partnership: Partnership, state: CheckInState): Promise<CheckInState> => {
  const now = Date.now();
  if (!state.onBreak || now < state.onBreak.until + lapsesAfterBreak) return state;
  const lapse = { commandId: mintCommandId(), forStep: state.step, command: { type: "lapse" } } as const;
  const decided = decide(state, lapse, "clock", now);
  if (!decided.ok || !decided.value) return state;
  const lapsed = await commit(partnership, state, decided.value);
  return lapsed ?? (await readState(partnership, state.checkInId, { keep: false })) ?? state;
};

/**
 * A page of the list: ended ones only, each with whether a pause was taken in it. The cursor is that of the page before.
 *
 * @throws when the database cannot be reached
 */
export const listEnded = async (
  partnership: Partnership | FormerPartnership,
  after: repository.Cursor | null,
  limit: number,
) => {
  const { coupleId } = partnership;
  const rows = await repository.listEnded(coupleId, after, limit);
  const paused = await repository.listPaused(
    coupleId,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...row, tookAPause: paused.has(row.id) }));
};

/** Who opened a check-in; null where this couple has none by that id. @throws when the database cannot be reached */
export const findOpener = (partnership: Partnership, checkInId: CheckInId): Promise<Seat | null> =>
  repository.findOpener(partnership.coupleId, checkInId);
