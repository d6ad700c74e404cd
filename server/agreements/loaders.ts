import "server-only";
import { findUnreviewed, listLetGo, listStanding } from "@/server/agreements/service";
import { requirePartnership } from "@/server/couples/loaders";
import type { Partnership } from "@/server/couples/service";
import { readPlace, writePlace } from "@/server/keyset";

const mostStanding = 100;
const pageLength = 20;

/**
 * The page of agreements: those that stand, and a page of those that were let go.
 *
 * @param cursor `next` of the page before; null or anything unreadable is the first page
 */
export async function loadAgreements(cursor: string | null) {
  const partnership = await requirePartnership();
  const after = readPlace(cursor);
  const [standing, rows] = await Promise.all([
    after ? [] : listStanding(partnership, mostStanding),
    listLetGo(partnership, after && { retiredAt: after.at, id: after.id }, pageLength + 1),
  ]);
  const letGo = rows.slice(0, pageLength);
  const last = letGo.at(-1);
  return {
    partnership,
    standing,
    letGo,
    isEarlier: after !== null,
    next: rows.length > pageLength && last?.retiredAt ? writePlace(last.retiredAt, last.id) : null,
  };
}

/** What stands between the two, newest first: for a check-in that looks at it. */
export const loadStanding = (partnership: Partnership) => listStanding(partnership, mostStanding);

/** "Still good?" on *Us*: the oldest agreement that this person has not looked at for a week, or null. */
export const loadStillGood = (partnership: Partnership) => findUnreviewed(partnership);
