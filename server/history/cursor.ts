import { z } from "zod";

/** Where a page of the list begins: after this check-in. */
export type Cursor = { createdAt: Date; id: string };

const schema = z
  .string()
  // No further than the year 2286: a database can't read every instant that a Date can hold.
  .regex(/^\d{1,13}\.[0-9a-f-]{36}$/)
  .transform((text) => {
    const [at, id] = text.split(".");
    return { createdAt: new Date(Number(at)), id };
  })
  .pipe(z.object({ createdAt: z.date(), id: z.uuid() }));

/** Null for whatever is no cursor that was made here. */
export const readCursor = (text: string | null): Cursor | null => schema.safeParse(text).data ?? null;

export const cursorOf = ({ openedAt, checkInId }: { openedAt: number; checkInId: string }): string =>
  `${openedAt}.${checkInId}`;
