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
  const zone = canBeNamed(inZone) && canBeNamed(inZone.add({ minutes: event.minutes })) ? inZone.timeZoneId : "UTC";
  const start = inZone.withTimeZone(zone);
  return {
    id: event.uid,
    sequence: event.sequence,
    stamp: momentIn("UTC", now),
    start,
    end: start.add({ minutes: event.minutes }),
    timezone: zone === "UTC" ? null : zone,
    summary: plainText(event.title),
    description: event.description === undefined ? null : plainText(event.description),
    url: event.url ?? null,
    class: ICalEventClass.PRIVATE,
  };
}

/** In a calendar file a wall time that comes twice is the first of the two (RFC 5545, 3.3.5): the second has to stand in UTC. */
function canBeNamed(moment: Temporal.ZonedDateTime): boolean {
  return moment.toPlainDateTime().toZonedDateTime(moment.timeZoneId).epochMilliseconds === moment.epochMilliseconds;
}

const momentIn = (zone: string, at: number) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
