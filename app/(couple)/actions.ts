"use server";

import { z } from "zod";
import { checkInIdSchema, commandIdSchema, coupleIdSchema } from "@/lib/ids";
import { refuse } from "@/lib/result";
import { action } from "@/server/action";
import { findSeat } from "@/server/keeping/former";
import * as keeping from "@/server/keeping/take-back";

const asked = z.strictObject({
  coupleId: coupleIdSchema,
  checkInId: checkInIdSchema,
  commandId: commandIdSchema.nullable(),
});

/** Of the couple that the page was about, linked still or not any more. `null`: all of one's own words there. */
export const takeBack = action(asked, async ({ coupleId, checkInId, commandId }, actor) => {
  const author = await findSeat(actor.personId, coupleId);
  return author === null ? refuse("notFound") : keeping.takeBack(author, checkInId, commandId);
});
