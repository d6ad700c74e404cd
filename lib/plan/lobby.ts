import type { PlannedView } from "@/lib/plan/planning";

export type Lobby = PlannedView["lobby"];

const minute = 60_000;
export const opensBeforeMs = 10 * minute;
/** From a day before it may be started early; what lies further away is moved instead. */
const earlyFromMs = 24 * 60 * minute;
/** A few minutes are nobody's lateness. */
const lateAfterMs = 5 * minute;

/** When a lobby becomes another, epoch ms: early, open, late. */
export const lobbyMoments = (startsAt: number): readonly [early: number, open: number, late: number] => [
  startsAt - earlyFromMs,
  startsAt - opensBeforeMs,
  startsAt + lateAfterMs,
];

/** How near a planned check-in is; epoch ms. Once `late` it is still startable until it lapses. */
export function lobbyOf(startsAt: number, now: number): Lobby {
  const [early, open, late] = lobbyMoments(startsAt);
  if (now < early) return "later";
  if (now < open) return "early";
  return now < late ? "open" : "late";
}
