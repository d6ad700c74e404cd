import { z } from "zod";

/** Where a page of a list begins: after the row of this instant and id. */
export type KeysetPlace = { at: Date; id: string };

const schema = z
  .string()
  // No further than the year 2286: a database can't read every instant that a Date can hold.
  .regex(/^\d{1,13}\.[0-9a-f-]{36}$/)
  .transform((text) => {
    const [at, id] = text.split(".");
    return { at: new Date(Number(at)), id };
  })
  .pipe(z.object({ at: z.date(), id: z.uuid() }));

/** Null for whatever is no place that was written here. */
export const readPlace = (text: string | null): KeysetPlace | null => schema.safeParse(text).data ?? null;

/** @param at epoch milliseconds */
export const writePlace = (at: number, id: string): string => `${at}.${id}`;
