import { ICalCalendar, type ICalCalendarMethod, type ICalEventData } from "ical-generator";
import { eventData, type PlannedEvent } from "@/lib/plan/calendar/planned-event";
import { zoneComponent } from "@/lib/plan/calendar/zone-component";

export type CalendarParts = {
  method: ICalCalendarMethod;
  now: number;
  events: readonly PlannedEvent[];
  /** What each event says beside its time and title. */
  more: Partial<ICalEventData>;
  name?: string | undefined;
  refreshMinutes?: number;
};

/** A VCALENDAR by RFC 5545: lines end in CRLF, none is longer than 75 octets, and each zone that is named is explained. */
export function writeCalendar({ method, now, events, more, name, refreshMinutes }: CalendarParts): string {
  const first = Math.min(...events.map(({ startsAt }) => startsAt));
  const last = Math.max(...events.map(({ startsAt, minutes }) => startsAt + minutes * 60_000));
  const calendar = new ICalCalendar({
    prodId: { company: "Heard", product: "Heard", language: "EN" },
    method,
    // No name: the calendar's own zone would take the Z off DTSTAMP, which has to be UTC (3.8.7.2).
    timezone: { name: null, generator: (zone) => zoneComponent(zone, first, last) },
    events: events.map((event) => ({ ...eventData(event, now), ...more })),
    // The library writes a calendar's name as it comes.
    ...(name === undefined ? {} : { name: name.replace(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n") }),
  });
  return `${withRefresh(calendar.toString(), refreshMinutes)}\r\n`;
}

/** The library writes it after the zones; what a calendar says of itself has to come before its components (3.6). */
function withRefresh(text: string, minutes: number | undefined): string {
  if (minutes === undefined) return text;
  return text.replace(
    /METHOD:.*\r\n/,
    `$&REFRESH-INTERVAL;VALUE=DURATION:PT${minutes}M\r\nX-PUBLISHED-TTL:PT${minutes}M\r\n`,
  );
}
