import { ICalEventClass, type ICalEventData } from "ical-generator";
import { Temporal } from "temporal-polyfill";
import { plainText } from "@/lib/plan/calendar/plain-text";

/** One planned check-in as a calendar shows it. The `uid` stays the same for good; `sequence` grows with every change. */
export type PlannedEvent = {
  /** Letters, digits, `-`, `.` and `@` alone. */
  uid: string;
  sequence: number;
  title: string;
  /** Epoch ms. */
  startsAt: number;
  minutes: number;
  zone: string;
  description?: string | undefined;
  url?: string | undefined;
};

/** What ical-generator takes. Never a `Date`: with a zone it prints that hour in the server's own zone. */
export function eventData(event: PlannedEvent, now: number): ICalEventData {
  const inZone = momentIn(event.zone, event.startsAt);
  const zone = comesOnce(inZone) && comesOnce(inZone.add({ minutes: event.minutes })) ? inZone.timeZoneId : "UTC";
  const start = inZone.withTimeZone(zone);
  return {
    id: event.uid,
    sequence: event.sequence,
    stamp: momentIn("UTC", now),
    start,
    end: start.add({ minutes: event.minutes }),
    timezone: zone,
    summary: plainText(event.title),
    description: event.description === undefined ? null : plainText(event.description),
    url: event.url ?? null,
    class: ICalEventClass.PRIVATE,
  };
}

/** A wall time that comes twice is the first of the two by RFC 5545 (3.3.5), but to libical and ical.js the second: it stands in UTC. */
function comesOnce(moment: Temporal.ZonedDateTime): boolean {
  const wall = moment.toPlainDateTime();
  const [first, second] = (["earlier", "later"] as const).map((disambiguation) =>
    wall.toZonedDateTime(moment.timeZoneId, { disambiguation }),
  );
  return first?.epochMilliseconds === second?.epochMilliseconds;
}

const momentIn = (zone: string, at: number) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
