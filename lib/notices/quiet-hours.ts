import { wallOf } from "@/lib/plan/format-zone-time";

type QuietHours = { quietFrom: number | null; quietUntil: number | null };

const minute = 60_000;
const day = 24 * 60;

/**
 * When a notice that is due may go out: at once, or at the end of the quiet hours that it falls into. Right across clock
 * changes: the end is what the clock on the wall shows, and where the change leaves that time out, the first moment after it.
 *
 * @param at epoch ms
 * @param hours minutes after midnight; may run past it. Both the same, or null: no quiet hours
 * @param zone the person's, parsed by `zoneSchema`
 * @returns epoch ms, never before `at`
 */
export function afterQuiet(at: number, { quietFrom, quietUntil }: QuietHours, zone: string): number {
  if (quietFrom === null || quietUntil === null || quietFrom === quietUntil) return at;
  const isQuiet = (moment: number) => {
    const now = minuteOfDay(moment, zone);
    return quietFrom < quietUntil ? now >= quietFrom && now < quietUntil : now >= quietFrom || now < quietUntil;
  };
  if (!isQuiet(at)) return at;
  // As far as the clock shows; lands beside the end only when the clocks change on the way.
  let end = Math.floor(at / minute) * minute;
  while (isQuiet(end)) end += ((quietUntil - minuteOfDay(end, zone) + day) % day) * minute;
  // Jumped over the end, because the clocks went forward meanwhile.
  while (end - minute > at && !isQuiet(end - minute)) end -= minute;
  return end;
}

function minuteOfDay(at: number, zone: string): number {
  const [hours = "0", minutes = "0"] = wallOf(at, zone).time.split(":");
  return Number(hours) * 60 + Number(minutes);
}
