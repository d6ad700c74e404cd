import fc from "fast-check";

/** Zones with different changes: one hour, none and 45 minutes off, half past, half an hour, and the other hemisphere. */
export const zones = [
  "Europe/Berlin",
  "America/New_York",
  "Asia/Kathmandu",
  "America/St_Johns",
  "Australia/Lord_Howe",
] as const;

const minute = 60_000;
const fields = { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" } as const;
const clocks = new Map<string, Intl.DateTimeFormat>(
  zones.map((zone) => [zone, new Intl.DateTimeFormat("en-GB", { ...fields, timeZone: zone, hourCycle: "h23" })]),
);

/**
 * Clocks by `Date` and `Intl` alone, to compare with: nothing here knows Temporal or a recurrence library, and nothing is shared with
 * the code that is tested.
 */
export function clockShows(at: number, zone: string): string {
  const parts = clocks.get(zone)?.formatToParts(at) ?? [];
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}`;
}

/** Minutes ahead of UTC. */
const aheadAt = (at: number, zone: string) => (Date.parse(`${clockShows(at, zone)}Z`) - at) / minute;

/** Every instant at which the clock shows that minute: none where it is left out, two where it comes twice. `wall`: 2026-03-29T02:30. */
export function instantsOf(wall: string, zone: string): number[] {
  const asUtc = Date.parse(`${wall}Z`);
  const guesses = [-24, 24].map((hours) => asUtc - aheadAt(asUtc + hours * 60 * minute, zone) * minute);
  return [...new Set(guesses)].filter((at) => clockShows(at, zone) === wall).sort((a, b) => a - b);
}

/** As a rhythm wants it: the first of two, and a left-out one as much later as the clocks go forward. */
export function rhythmInstant(wall: string, zone: string): { startsAt: number; shifted: boolean } {
  const [first] = instantsOf(wall, zone);
  if (first !== undefined) return { startsAt: first, shifted: false };
  const asUtc = Date.parse(`${wall}Z`);
  return { startsAt: asUtc - aheadAt(asUtc - 24 * 60 * minute, zone) * minute, shifted: true };
}

export const anyZone = fc.constantFrom(...zones);

// The weeks around both clock changes of 2026 and 2027 in all of these zones, and the year between.
const weeks = ["2026-03-02", "2026-03-23", "2026-03-30", "2026-09-28", "2026-10-19", "2026-10-26", "2027-03-08"];
export const anyInstant = fc.oneof(
  fc
    .tuple(fc.constantFrom(...weeks), fc.integer({ min: 0, max: 14 * 24 * 60 }))
    .map(([week, minutes]) => Date.parse(`${week}T00:00Z`) + minutes * minute),
  fc.integer({ min: 0, max: 730 * 24 * 60 }).map((minutes) => Date.parse("2026-01-01T00:00Z") + minutes * minute),
);
