import { Temporal } from "temporal-polyfill";

type Change = { at: number; wall: string; from: number; to: number };

const year = 366 * 24 * 3_600_000;

/**
 * A VTIMEZONE (RFC 5545, 3.6.5) that holds from a year before `first` to a year after `last` (epoch ms), with every clock change by
 * its date. Made of what this runtime knows about the zone; files that are packaged elsewhere keep the laws of the day they were
 * made, and put a check-in in Mexico City an hour off.
 */
export function zoneComponent(zone: string, first: number, last: number): string {
  const changes = listChanges(zone, first - year, last + year);
  const kinds = [...new Map(changes.map((change) => [`${change.from}/${change.to}`, change])).values()];
  const start = momentIn(zone, first).offsetNanoseconds;
  const needsGround = changes.every(({ at }) => at > first);
  const ground = needsGround ? [observance("STANDARD", start, start, ["19700101T000000"])] : [];
  const observances = kinds.map(({ from, to }) => {
    const onsets = changes.filter((change) => change.from === from && change.to === to).map(({ wall }) => wall);
    return observance(to > from ? "DAYLIGHT" : "STANDARD", from, to, onsets);
  });
  return ["BEGIN:VTIMEZONE", `TZID:${zone}`, ...ground, ...observances, "END:VTIMEZONE"].join("\r\n");
}

function listChanges(zone: string, after: number, until: number): Change[] {
  const changes: Change[] = [];
  let before = momentIn(zone, after);
  for (;;) {
    const change = before.getTimeZoneTransition("next");
    if (change === null || change.epochMilliseconds > until) return changes;
    const at = change.epochMilliseconds;
    const from = momentIn(zone, at - 1).offsetNanoseconds;
    changes.push({ at, wall: wallAt(at, from), from, to: change.offsetNanoseconds });
    before = change;
  }
}

function observance(kind: "STANDARD" | "DAYLIGHT", from: number, to: number, onsets: string[]): string {
  // With dates beside it, DTSTART itself is no onset to some readers (libical, ical.js): it is said again, which none counts twice.
  const dates = onsets.length > 1 ? onsets : [];
  return [
    `BEGIN:${kind}`,
    `DTSTART:${onsets[0]}`,
    ...dates.map((onset) => `RDATE:${onset}`),
    `TZOFFSETFROM:${offsetName(from)}`,
    `TZOFFSETTO:${offsetName(to)}`,
    `END:${kind}`,
  ].join("\r\n");
}

/** A change's own time is told by the clock that is still unchanged. */
const wallAt = (at: number, offset: number) =>
  new Date(at + offset / 1_000_000).toISOString().slice(0, 19).replaceAll(/[-:]/g, "");

function offsetName(nanoseconds: number): string {
  const minutes = Math.abs(nanoseconds) / 60_000_000_000;
  const two = (n: number) => String(Math.floor(n)).padStart(2, "0");
  return `${nanoseconds < 0 ? "-" : "+"}${two(minutes / 60)}${two(minutes % 60)}`;
}

const momentIn = (zone: string, at: number) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
