"use client";

import { useFormatter } from "next-intl";
import { useSyncExternalStore } from "react";

export type LocalTimeProps = {
  /** An instant, as ISO 8601. */
  at: string;
  /** An IANA zone, usually the person's own. Without it the device's zone is used, once the page is awake. */
  zone?: string;
  show?: "time" | "day" | "date" | "dayAndTime" | "month";
};

const time = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
const day = { weekday: "long", day: "numeric", month: "long" } as const;
const date = { ...day, year: "numeric" } as const;
const month = { month: "long", year: "numeric" } as const;
const shapes = { time, day, date, dayAndTime: { ...day, ...time }, month } as const;

const never = () => () => undefined;
/** Asked for by every line of a long list, where asking the browser costs more than the line. Travellers wait a minute. */
let known = { zone: "", until: 0 };
const deviceZone = (): string => {
  const now = Date.now();
  if (now >= known.until) {
    known = { zone: new Intl.DateTimeFormat().resolvedOptions().timeZone, until: now + 60_000 };
  }
  return known.zone;
};
const unknownZone = () => null;

/** An instant in words. The server cannot know a device's zone: until it is known the place is kept and nothing false is said. */
export function LocalTime({ at, zone, show = "dayAndTime" }: LocalTimeProps) {
  const format = useFormatter();
  const device = useSyncExternalStore(never, deviceZone, unknownZone);
  const timeZone = zone ?? device;
  const words = format.dateTime(new Date(at), { ...shapes[show], timeZone: timeZone ?? "UTC" });
  return (
    <time dateTime={at} className={timeZone === null ? "invisible" : undefined}>
      {words}
    </time>
  );
}
