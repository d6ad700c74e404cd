import { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import type { PlannedEvent } from "@/lib/plan/calendar/planned-event";
import { writeCalendar } from "@/lib/plan/calendar/write-calendar";

/** One planned check-in to put into a calendar by hand: no organizer, nobody invited. `now` in epoch ms. */
export function oneOff({ now, ...event }: PlannedEvent & { now: number }): string {
  return writeCalendar({
    method: ICalCalendarMethod.PUBLISH,
    now,
    events: [event],
    more: { status: ICalEventStatus.CONFIRMED },
  });
}
