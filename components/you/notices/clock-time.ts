/** Minutes after midnight as a time input has them, "07:30". */
export const timeOf = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");

/** And back; null for what is no whole time yet. Some browsers add seconds. */
export function minutesOf(time: string): number | null {
  const [, hours, minutes] = /^(\d\d):(\d\d)/.exec(time) ?? [];
  const sum = Number(hours) * 60 + Number(minutes);
  return sum >= 0 && sum < 1_440 ? sum : null;
}
