import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { recordFor } from "@/lib/check-in/record";
import { viewFor } from "@/lib/check-in/view";
import { findGuide } from "@/lib/guides/find-guide";
import { type CheckInId, checkInIdSchema } from "@/lib/ids";
import { enter, findRunning, listEnded } from "@/server/check-ins/service";
import { requirePartnership } from "@/server/couples/loaders";
import type { Partnership } from "@/server/couples/service";

/** The running check-in as the home page tells of it; instants in epoch milliseconds. */
export type RunningCheckIn = Awaited<ReturnType<typeof loadRunning>>;

export const loadRunning = cache(async (partnership: Partnership) => {
  const state = await findRunning(partnership);
  if (!state) return null;
  const { checkInId, openedAt, mode, status, guideId, awaits, onBreak } = viewFor(state, partnership.seat);
  return {
    ...{ checkInId, openedAt, mode, status, guideId, title: state.guide.title },
    /** Whether the next move is this person's (it may be the other's as well). */
    awaitsMe: awaits.includes(partnership.seat),
    backAt: onBreak?.until ?? null,
  };
});

/**
 * The room of one check-in for whoever of the two asks, ended or not. Anything else, a stranger's id too, is not found.
 * `now` is the server's clock when the view was made.
 */
export async function loadCheckInPage(checkInId: string) {
  const partnership = await requirePartnership();
  const state = await enter(partnership, parseId(checkInId), { keep: false });
  if (!state) notFound();
  return { partnership, view: viewFor(state, partnership.seat), now: Date.now() };
}

const pageLength = 20;
const cursorSchema = z
  .string()
  .regex(/^\d{1,15}\.[0-9a-f-]{36}$/)
  .transform((text) => {
    const [at, id] = text.split(".");
    return { createdAt: new Date(Number(at)), id };
  })
  .pipe(z.object({ createdAt: z.date(), id: z.uuid() }));

/**
 * Check-ins that have ended, newest first, one page.
 *
 * @param cursor `next` of the page before; null or anything unreadable is the first page
 */
export async function loadHistory(partnership: Partnership, cursor: string | null) {
  const rows = await listEnded(partnership, cursorSchema.safeParse(cursor).data ?? null, pageLength + 1);
  const checkIns = rows.slice(0, pageLength).map(({ id, guideId, guideVersion, status, createdAt, endedAt }) => ({
    ...{ checkInId: id, guideId, status },
    title: findGuide(guideId, guideVersion)?.title ?? guideId,
    openedAt: createdAt.getTime(),
    endedAt: endedAt?.getTime() ?? null,
  }));
  const last = checkIns.at(-1);
  return { checkIns, next: rows.length > pageLength && last ? `${last.openedAt}.${last.checkInId}` : null };
}

/** One ended check-in to read again. A running one is not found here yet. */
export async function loadRecord(partnership: Partnership, checkInId: string) {
  const state = await enter(partnership, parseId(checkInId), { keep: false });
  if (!state?.end) notFound();
  return recordFor(state, partnership.seat);
}

const parseId = (text: string): CheckInId => checkInIdSchema.safeParse(text).data ?? notFound();
