/** `America/New_York` as people call it: "New York". */
export const placeOf = (zone: string): string => (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");

/**
 * Whether two zones' clocks go alike (Berlin and Paris; two names of one place): nobody has to be asked or told then. Looked at
 * in each quarter of one year, which tells apart all that change their clocks differently.
 */
export const sameClock = (zone: string, other: string): boolean =>
  zone === other || [0, 3, 6, 9].every((month) => shown(zone, month) === shown(other, month));

const shown = (timeZone: string, month: number): string | null => {
  try {
    return new Date(Date.UTC(2026, month, 15)).toLocaleString("en", { timeZone });
  } catch {
    // A name that this runtime does not know is another zone than its own.
    return timeZone;
  }
};
