import type { Line } from "./line";

/** Newest first; of two opened at the same instant the one with the greater id. */
export const isNewer = (one: Line, other: Line): boolean =>
  one.openedAt === other.openedAt ? one.checkInId > other.checkInId : one.openedAt > other.openedAt;
