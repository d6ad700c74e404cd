/** A day without a zone (2026-11-29) as the database's `date` is given and taken: midnight in UTC. */
export const toDay = (date: string): Date => new Date(`${date}T00:00:00Z`);
export const fromDay = (day: Date): string => day.toISOString().slice(0, 10);
export const addDays = (date: string, days: number): string =>
  fromDay(new Date(toDay(date).getTime() + days * 24 * 3_600_000));
