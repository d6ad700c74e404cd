/** How clocks on walls show an instant, by `Intl` alone: the browser gets this file and none of the Temporal library. */

/** `date` as 2026-11-29, `time` as 19:30: what two clocks are compared by, and what an `<input>` takes. */
export type Wall = { date: string; time: string };

// Making a formatter costs far more than using it. Zones are few (about 600), so this stays small.
const clocks = new Map<string, Intl.DateTimeFormat>();

/** @param zone parsed by `zoneSchema`; an unknown one throws a RangeError */
export function wallOf(at: number, zone: string): Wall {
  const parts = new Map(
    clockOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? "";
  return { date: `${part("year")}-${part("month")}-${part("day")}`, time: `${part("hour")}:${part("minute")}` };
}

/** Whether both clocks show the same day and time at that instant; only where they differ does a screen name the other's. */
export function sameWallTime(at: number, zone: string, otherZone: string): boolean {
  const [mine, theirs] = [wallOf(at, zone), wallOf(at, otherZone)];
  return mine.date === theirs.date && mine.time === theirs.time;
}

/** As a person reads it: `{ day: "Sunday, November 29", time: "7:30 PM" }` in `en`. */
export function formatZoneTime(at: number, zone: string, locale: string): { day: string; time: string } {
  const show = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: zone }).format(at);
  return {
    day: show({ weekday: "long", day: "numeric", month: "long" }),
    time: show({ hour: "numeric", minute: "2-digit" }),
  };
}

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const clock = new Intl.DateTimeFormat("en", {
    timeZone: zone,
    calendar: "iso8601",
    numberingSystem: "latn",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  clocks.set(zone, clock);
  return clock;
}
