"use server";

import { z } from "zod";
import { coupleIdSchema } from "@/lib/ids";
import { refuse } from "@/lib/result";
import { action } from "@/server/action";
import { findSeat } from "@/server/keeping/former";
import { listRecords } from "@/server/keeping/taking-along";

/** No further than the year 2286: a database can't read every instant that a Date can hold. */
const cursor = z.strictObject({ createdAt: z.int().min(0).max(9_999_999_999_999), id: z.uuid() });
const asked = z.strictObject({ coupleId: coupleIdSchema, after: cursor.nullable() });

/** A page of one's sealed check-ins; the browser opens it and writes the file. */
export const nextRecords = action(asked, async ({ coupleId, after }, actor) => {
  const reader = await findSeat(actor.personId, coupleId);
  return reader === null ? refuse("notFound") : listRecords(reader, after);
});
