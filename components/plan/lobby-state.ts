import type { PlannedView } from "@/lib/plan/planning";

export type Lobby = PlannedView["lobby"];

const minuteMs = 60_000;
export const opensBeforeMs = 10 * minuteMs;
const earlyFromMs = 24 * 60 * minuteMs;
/** A few minutes are nobody's lateness. */
const lateAfterMs = 5 * minuteMs;

/** When a lobby becomes another while the page stands open, epoch ms. */
export const lobbyMoments = (startsAt: number): readonly number[] => [
  startsAt - earlyFromMs,
  startsAt - opensBeforeMs,
  startsAt + lateAfterMs,
];

/** How near a planned check-in is, by this page's clock; `PlannedView.lobby` says the same when the page is read. */
export const lobbyState = (startsAt: number, now: number): Lobby => {
  const [early = 0, opens = 0, late = 0] = lobbyMoments(startsAt);
  if (now < early) return "later";
  if (now < opens) return "early";
  return now < late ? "open" : "late";
};
