import ICAL from "ical.js";

export type ReadEvent = {
  uid: string;
  sequence: number;
  summary: string;
  description: string | null;
  status: string;
  /** Epoch ms, by the zone that the file itself explains. */
  startsAt: number;
  until: number;
  stampedAt: number;
  /** The zone that the start is written in. */
  zone: string;
  organizer: string | null;
  attendees: readonly string[];
};

/** What a program that is not ours makes of a calendar file. Zones come from the file alone: this reader knows none by itself. */
export function readCalendar(text: string) {
  const root = new ICAL.Component(ICAL.parse(text));
  const events = root.getAllSubcomponents("vevent").map(readEvent);
  const value = (name: string) => root.getFirstPropertyValue(name);
  return {
    method: String(value("method")),
    name: value("x-wr-calname") === null ? null : String(value("x-wr-calname")),
    refresh: String(value("refresh-interval")),
    events,
  };
}

function readEvent(event: ICAL.Component): ReadEvent {
  const text = (name: string) => {
    const value = event.getFirstPropertyValue(name);
    return value === null ? null : String(value);
  };
  const person = (property: ICAL.Property) => `${property.getParameter("cn")} <${property.getFirstValue()}>`;
  const organizer = event.getFirstProperty("organizer");
  return {
    uid: text("uid") ?? "",
    sequence: Number(text("sequence")),
    summary: text("summary") ?? "",
    description: text("description"),
    status: text("status") ?? "",
    startsAt: timeOf(event, "dtstart").toUnixTime() * 1000,
    until: timeOf(event, "dtend").toUnixTime() * 1000,
    stampedAt: timeOf(event, "dtstamp").toUnixTime() * 1000,
    zone: timeOf(event, "dtstart").zone?.tzid ?? "floating",
    organizer: organizer === null ? null : person(organizer),
    attendees: event.getAllProperties("attendee").map(person),
  };
}

function timeOf(event: ICAL.Component, name: string): ICAL.Time {
  const value = event.getFirstPropertyValue(name);
  if (!(value instanceof ICAL.Time)) throw new Error(`no time: ${name}`);
  return value;
}
