/** Times of return that a pause offers: some minutes, this evening, tomorrow. Never more than a day (conversation.md, Time-out). */
export const pauseTimes = ["in20", "in30", "in60", "tonight", "tomorrow"] as const;
export type PauseTime = (typeof pauseTimes)[number];

const minute = 60_000;
const day = 24 * 60;
const eveningHour = 20;
const shortest = 20;

/** The next 20:00 on this device's clock that is far enough off to be a pause. */
const minutesToEvening = (now: Date): number => {
  const evening = new Date(now);
  evening.setHours(eveningHour, 0, 0, 0);
  return Math.round((evening.getTime() - now.getTime()) / minute);
};

/** The same time tomorrow, or a minute less where the clocks change: 24 hours are the most. */
const minutesToTomorrow = (now: Date): number => {
  const tomorrow = new Date(now);
  tomorrow.setDate(tomorrow.getDate() + 1);
  return Math.min(day, Math.round((tomorrow.getTime() - now.getTime()) / minute));
};

/** @returns minutes from now; null where that time does not make sense any more today */
export const pauseMinutes = (time: PauseTime, now: Date): number | null => {
  switch (time) {
    case "in20":
      return 20;
    case "in30":
      return 30;
    case "in60":
      return 60;
    case "tonight": {
      const minutes = minutesToEvening(now);
      return minutes > shortest ? minutes : null;
    }
    case "tomorrow":
      return minutesToTomorrow(now);
  }
};
