import type { PlannedEvent } from "@/lib/plan/calendar/planned-event";

type Planned = { id: string; sequence: number; startsAt: Date; minutes: number; zone: string };

/** A planned check-in as calendars know it: mails, feeds and files name it alike, so that no program shows it twice. */
export const eventOf = ({ id, sequence, startsAt, minutes, zone }: Planned, title: string): PlannedEvent => ({
  uid: `${id}@heard`,
  sequence,
  title,
  startsAt: startsAt.getTime(),
  minutes,
  zone,
});
