import type { CheckInId, Seat } from "@/lib/ids";
import { otherSeat } from "@/lib/other-seat";

/**
 * Who goes first when the two picks do not settle it: whoever did not go first last time, else the check-in's own coin. The
 * coin is the parity of FNV-1a over the id (Fowler, Noll, Vo), so that a replay always agrees.
 */
export const favouredSeat = (checkInId: CheckInId, firstLastTime: Seat | null): Seat => {
  if (firstLastTime) return otherSeat(firstLastTime);
  let hash = 0x811c9dc5;
  for (const character of checkInId) {
    hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  }
  // The low bit of FNV-1a only mixes low bits of the input: take a high one.
  return (hash >>> 17) & 1 ? "A" : "B";
};
