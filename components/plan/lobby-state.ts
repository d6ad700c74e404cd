import type { PlannedView } from "@/lib/plan/planning";

export type Lobby = PlannedView["lobby"];

export const opensBeforeMs = 10 * 60_000;

/**
 * How far it is with a planned check-in's lobby, by this page's clock. It only goes on from what the server said when the page
 * was read: the two moments that pass while it stands open are the lobby's opening and the time itself.
 */
export const lobbyState = ({ lobby, startsAt }: Pick<PlannedView, "lobby" | "startsAt">, now: number): Lobby => {
  if (lobby === "late" || now >= startsAt) return lobby === "late" || now >= startsAt + lateAfterMs ? "late" : "open";
  return now >= startsAt - opensBeforeMs ? "open" : lobby;
};

/** A few minutes late is not late. */
export const lateAfterMs = 5 * 60_000;

export const lobbyMoments = (startsAt: number): readonly number[] => [
  startsAt - opensBeforeMs,
  startsAt,
  startsAt + lateAfterMs,
];
