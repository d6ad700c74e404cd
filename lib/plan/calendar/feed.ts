import { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { plainText } from "@/lib/plan/calendar/plain-text";
import type { PlannedEvent } from "@/lib/plan/calendar/planned-event";
import { writeCalendar } from "@/lib/plan/calendar/write-calendar";

export type FeedEvent = PlannedEvent & { cancelled?: boolean };

/**
 * A whole calendar that a program reads again by itself, every hour where it listens to that (RFC 7986, 5.7). What is cancelled is left
 * out, and so goes away there. `now` in epoch ms.
 */
export function feed({ name, events, now }: { name: string; events: readonly FeedEvent[]; now: number }): string {
  return writeCalendar({
    method: ICalCalendarMethod.PUBLISH,
    now,
    name: plainText(name),
    refreshMinutes: 60,
    events: events.filter(({ cancelled }) => cancelled !== true),
    more: { status: ICalEventStatus.CONFIRMED },
  });
}
