"use server";

import { z } from "zod";
import { coupleIdSchema } from "@/lib/ids";
import { refuse } from "@/lib/result";
import { action } from "@/server/action";
import * as couples from "@/server/couples/service";

/** Names the couple that the page was about: whoever has linked anew meanwhile did not mean that one. */
export const unlink = action(
  z.strictObject({ coupleId: coupleIdSchema, leavesWords: z.boolean() }),
  async ({ coupleId, leavesWords }, actor) => {
    const partnership = await couples.findPartner(actor.personId);
    if (partnership === null || partnership.coupleId !== coupleId) return refuse("alreadyUnlinked");
    return couples.unlink(partnership, leavesWords);
  },
);
