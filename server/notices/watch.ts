import type { CheckInId, CoupleId } from "@/lib/ids";
import { log } from "@/server/log";
import { findEither, rememberBreak } from "@/server/notices/breaks";
import { subscribe } from "@/server/publish";

/**
 * Hears of every accepted command of this process and leaves behind what follows from a break. For all others it costs one look
 * into a map; nobody waits for it.
 *
 * @returns what ends it
 */
export function watchBreaks(): () => Promise<void> {
  const known = new Map<CheckInId, number>();
  const remember = async (coupleId: CoupleId, checkInId: CheckInId, until: number) => {
    try {
      const partnership = await findEither(coupleId);
      if (partnership !== null) await rememberBreak(partnership, checkInId, until);
    } catch (err) {
      log.warn({ err, checkInId }, "a break was not written down yet; the hourly look will find it");
    }
  };
  const stop = subscribe((happening) => {
    if (happening.type !== "checkInChanged") return;
    const { checkInId, onBreak, end } = happening.state;
    if (onBreak === null || end !== null) return void known.delete(checkInId);
    if (known.get(checkInId) === onBreak.until) return;
    known.set(checkInId, onBreak.until);
    void remember(happening.coupleId, checkInId, onBreak.until);
  });
  return async () => void stop();
}
