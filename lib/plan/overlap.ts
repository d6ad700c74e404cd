import { Temporal } from "temporal-polyfill";
import type { UsualHours } from "@/lib/plan/hours";

/** Epoch ms; `until` is no longer part of it. */
export type Stretch = { from: number; until: number };
type Minutes = readonly [from: number, until: number];

const minute = 60_000;

/**
 * When both are usually free on `day`, a date on my wall: soonest first, each at least `minimumMinutes` long. Only this is ever shown of the
 * other's hours.
 */
export function overlap(mine: UsualHours, theirs: UsualHours, day: string, minimumMinutes: number): Stretch[] {
  const myDay = Temporal.PlainDate.from(day);
  const my = freeOn(mine, myDay);
  // Their clock may be a day away from mine on either side.
  const their = joined([-1, 0, 1].flatMap((days) => freeOn(theirs, myDay.add({ days }))));
  return my
    .flatMap((a) => their.map((b) => ({ from: Math.max(a.from, b.from), until: Math.min(a.until, b.until) })))
    .filter(({ from, until }) => until - from >= Math.max(1, minimumMinutes * minute));
}

/** The parts of the wall date `day` that are night in that zone: before 07:00 and from 22:00 on. */
export function nightOf(day: string, zone: string): Stretch[] {
  return stretchesOn(Temporal.PlainDate.from(day), zone, [
    [0, 420],
    [1320, 1440],
  ]);
}

const freeOn = (hours: UsualHours, day: Temporal.PlainDate) =>
  stretchesOn(day, hours.zone, hours.days[day.dayOfWeek - 1] ?? []);

/**
 * All instants of that date at which the wall clock stands within one of the stretches. On a day on which clocks change, an hour
 * that comes twice counts twice and one that is left out not at all, so a whole day is 23 or 25 hours long.
 */
function stretchesOn(day: Temporal.PlainDate, zone: string, minutes: readonly Minutes[]): Stretch[] {
  const midnight = Date.parse(`${day.toString()}T00:00Z`);
  const stretches = sameOffset(day, zone).flatMap(({ from, until, offset }) =>
    minutes.map(([first, last]) => ({
      from: Math.max(from, midnight + first * minute - offset),
      until: Math.min(until, midnight + last * minute - offset),
    })),
  );
  return joined(stretches.filter(({ from, until }) => from < until));
}

/** The date's parts between clock changes, each with what its clock is ahead of UTC (ms). */
function sameOffset(day: Temporal.PlainDate, zone: string): (Stretch & { offset: number })[] {
  const end = day.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
  const parts: (Stretch & { offset: number })[] = [];
  let part = day.toZonedDateTime(zone);
  while (part.epochMilliseconds < end) {
    const change = part.getTimeZoneTransition("next");
    const from = part.epochMilliseconds;
    const until = Math.min(end, change?.epochMilliseconds ?? end);
    parts.push({ from, until, offset: part.offsetNanoseconds / 1_000_000 });
    if (change === null) break;
    part = change;
  }
  return parts;
}

/** Stretches that touch are one: somebody free until midnight and from midnight on is free across it. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const all: Stretch[] = [];
  for (const { from, until } of [...stretches].sort((a, b) => a.from - b.from)) {
    const last = all.at(-1);
    if (last !== undefined && from <= last.until) last.until = Math.max(last.until, until);
    else all.push({ from, until });
  }
  return all;
}
