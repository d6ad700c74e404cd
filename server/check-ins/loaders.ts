import "server-only";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { recordFor } from "@/lib/check-in/record";
import { viewFor } from "@/lib/check-in/view";
import { type CheckInId, checkInIdSchema } from "@/lib/ids";
import { requireSignedIn } from "@/server/auth/loaders";
import { enter, findLastEnded, findOpener, findRunning } from "@/server/check-ins/service";
import type { FormerPartnership } from "@/server/couples/former";
import { findPartnership } from "@/server/couples/loaders";
import type { Partnership } from "@/server/couples/service";
import { readCursor } from "@/server/history/cursor";
import { listLines } from "@/server/history/service";

export const loadRunning = cache(async (partnership: Partnership) => {
  const state = await findRunning(partnership);
  if (!state) return null;
  const { checkInId, openedAt, mode, status, guideId, awaits, onBreak } = viewFor(state, partnership.seat);
  return {
    checkInId,
    openedAt,
    mode,
    status,
    guideId,
    title: state.guide.title,
    /** Whether the next move is this person's (it may be the other's as well). */
    awaitsMe: awaits.includes(partnership.seat),
    backAt: onBreak?.until ?? null,
    /** Whether this person opened it. Told while it runs, because it is an invitation; no record says it. */
    openedByMe: (await findOpener(partnership, checkInId)) === partnership.seat,
  };
});

export async function loadLast(partnership: Partnership) {
  const state = await findLastEnded(partnership);
  if (!state) return null;
  const { checkInId, openedAt } = state;
  return { checkInId, openedAt };
}

/**
 * The room of one check-in for whoever of the two asks, ended or not. Anything else, a stranger's id too, is not found.
 * `now` is the server's clock when the view was made.
 */
export async function loadCheckInPage(checkInId: string) {
  const { partnership, state } = await requireSeat(checkInId);
  return { partnership, view: viewFor(state, partnership.seat), now: Date.now() };
}

const pageLength = 20;

/**
 * Check-ins that have ended, newest first, one page.
 *
 * @param cursor `next` of the page before; null or anything unreadable is the first page
 * @returns `isEarlier`: whether the cursor led past the newest page. Instants in epoch milliseconds
 */
export async function loadHistory(partnership: Partnership | FormerPartnership, cursor: string | null) {
  const after = readCursor(cursor);
  return { ...(await listLines(partnership, after, pageLength)), isEarlier: after !== null };
}

/**
 * One ended check-in to read again, for whoever of the two asks; a running one leads to its room. Everybody else, somebody who
 * is not linked too, finds nothing.
 *
 * @param orElse is asked where there is nothing to find, and may lead elsewhere
 */
export async function loadRecord(checkInId: string, orElse?: (checkInId: string) => Promise<void>) {
  const { partnership, state } = await requireSeat(checkInId, orElse);
  if (!state.end) redirect(`/check-in/${state.checkInId}`);
  return { partnership, record: recordFor(state, partnership.seat) };
}

/** Somebody else's check-in, one that never was and one from before an unlink are not found, all alike. */
async function requireSeat(checkInId: string, orElse?: (checkInId: string) => Promise<void>) {
  await requireSignedIn();
  const partnership = await findPartnership();
  const state = partnership && (await enter(partnership, parseId(checkInId), { keep: false }));
  if (partnership && state) return { partnership, state };
  await orElse?.(checkInId);
  notFound();
}

const parseId = (text: string): CheckInId => checkInIdSchema.safeParse(text).data ?? notFound();
