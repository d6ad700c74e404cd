import {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventStatus,
} from "ical-generator";
import { plainName } from "@/lib/plan/calendar/plain-text";
import type { PlannedEvent } from "@/lib/plan/calendar/planned-event";
import { writeCalendar } from "@/lib/plan/calendar/write-calendar";

export type CalendarPerson = { name: string; email: string };
export type Invitation = PlannedEvent & {
  method: "REQUEST" | "CANCEL" | "PUBLISH";
  organizer: CalendarPerson;
  attendee: CalendarPerson;
  /** Epoch ms. */
  now: number;
};

/**
 * The calendar file of one planned check-in for one person (RFC 5546, 3.2). `REQUEST` brings or changes it, `CANCEL` takes it away, both by
 * the same `uid` and a `sequence` that only grows. `PUBLISH` names no attendee, as 3.2.1 wants it.
 */
export function invitation({ method, organizer, attendee, now, ...event }: Invitation): string {
  const cancelled = method === "CANCEL";
  return writeCalendar({
    method: ICalCalendarMethod[method],
    now,
    events: [event],
    more: {
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      organizer: personOf(organizer),
      attendees: method === "PUBLISH" ? [] : [{ ...personOf(attendee), ...settled }],
    },
  });
}

/** Both said yes in the house itself: no calendar has to ask again or to answer the mail. */
const settled = {
  role: ICalAttendeeRole.REQ,
  type: ICalAttendeeType.INDIVIDUAL,
  status: ICalAttendeeStatus.ACCEPTED,
  rsvp: false,
};

const personOf = ({ name, email }: CalendarPerson) => ({ name: plainName(name) || email, email });
