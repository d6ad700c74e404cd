import { type View, waitsForAlone } from "@/lib/check-in/view";
import type { CheckInId, CoupleId, Seat } from "@/lib/ids";
import { log } from "@/server/log";
import { awaitAbsent, noLongerAbsent } from "@/server/notices/turns";

type Seen = Pick<View, "checkInId" | "seat" | "step" | "awaits" | "onBreak" | "end">;

/**
 * Whose move it is while they are away: written down once a step, so that they can be told after a while, and taken back when they
 * come. While both are there it costs a comparison. Only this node's connections count; the notice asks the check-in again.
 */
export const absentTurns = () => {
  const waiting = new Map<string, number>();
  const keyOf = (checkInId: CheckInId, seat: Seat) => `${checkInId}/${seat}`;
  const quietly = (work: Promise<void>, checkInId: CheckInId) =>
    void work.catch((err: unknown) =>
      log.warn({ err, checkInId }, "an absent partner's turn could not be written down"),
    );

  return {
    /** @param view this seat's, after a command */
    changed: (coupleId: CoupleId, seen: Seen, isHere: boolean): void => {
      const { checkInId, seat, step, end } = seen;
      const key = keyOf(checkInId, seat);
      if (end !== null) return void waiting.delete(key);
      if (isHere || !waitsForAlone(seen)) return;
      if (waiting.get(key) === step) return;
      waiting.set(key, step);
      quietly(awaitAbsent({ coupleId, checkInId, seat, step }), checkInId);
    },

    arrived: (checkInId: CheckInId, seat: Seat): void => {
      if (waiting.delete(keyOf(checkInId, seat))) quietly(noLongerAbsent({ checkInId, seat }), checkInId);
    },
  };
};
