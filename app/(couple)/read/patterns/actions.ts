"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { refuse } from "@/lib/result";
import { action } from "@/server/action";
import { findPartner } from "@/server/couples/service";
import * as patterns from "@/server/patterns/service";

/** A yes to see patterns, or its taking back. */
export const wantPatterns = action(z.strictObject({ wants: z.boolean() }), async ({ wants }, actor) => {
  const partnership = await findPartner(actor.personId);
  if (partnership === null) return refuse("notLinked");
  const answer = await patterns.wantPatterns(partnership, wants);
  revalidatePath("/read/patterns");
  return answer;
});

/** Hides them for a month, or shows them again as far as this person goes. */
export const hidePatterns = action(z.strictObject({ hides: z.boolean() }), async ({ hides }, actor) => {
  const partnership = await findPartner(actor.personId);
  if (partnership === null) return refuse("notLinked");
  const answer = await patterns.hidePatterns(partnership, hides);
  revalidatePath("/read/patterns");
  return answer;
});
