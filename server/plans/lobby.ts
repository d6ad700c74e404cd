import type { PlannedView } from "@/lib/plan/planning";

const minute = 60_000;
const opensBefore = 10 * minute;
/** From a day before it may be started early; what lies further away is moved instead. */
const earlyFrom = 24 * 60 * minute;

/** How near a planned check-in is; epoch ms. From its time on it is `late`, and still startable until it lapses. */
export function lobbyOf(startsAt: number, now: number): PlannedView["lobby"] {
  if (now < startsAt - earlyFrom) return "later";
  if (now < startsAt - opensBefore) return "early";
  return now < startsAt + lateAfter ? "open" : "late";
}

/** A few minutes are nobody's lateness. */
const lateAfter = 5 * minute;

export const isEarly = (lobby: PlannedView["lobby"]): boolean => lobby === "early" || lobby === "later";
