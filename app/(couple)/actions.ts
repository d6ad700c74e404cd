"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { checkInIdSchema, commandIdSchema, coupleIdSchema } from "@/lib/ids";
import { refuse } from "@/lib/result";
import { action } from "@/server/action";
import { findPartner } from "@/server/couples/service";
import { findSeat } from "@/server/keeping/former";
import * as keepsake from "@/server/keeping/keepsake";
import * as keeping from "@/server/keeping/take-back";

const asked = z.strictObject({
  coupleId: coupleIdSchema,
  checkInId: checkInIdSchema,
  commandId: commandIdSchema.nullable(),
});

/** Of the couple that the page was about, linked still or not any more. `null`: all of one's own words there. */
export const takeBack = action(asked, async ({ coupleId, checkInId, commandId }, actor) => {
  const author = await findSeat(actor.personId, coupleId);
  if (author === null) return refuse("notFound");
  const answer = await keeping.takeBack(author, checkInId, commandId);
  // The letter without them comes with the answer, so that it is true even where no socket reaches.
  revalidatePath("/read/[id]", "page");
  revalidatePath("/read/before/[coupleId]/[id]", "page");
  return answer;
});

/** One's own yes to having a check-in in the keepsake book, or taking it back. */
export const sayKeepsakeYes = action(
  z.strictObject({ checkInId: checkInIdSchema, yes: z.boolean() }),
  async ({ checkInId, yes }, actor) => {
    const partnership = await findPartner(actor.personId);
    return partnership === null ? refuse("notLinked") : keepsake.sayYes(partnership, checkInId, yes);
  },
);
