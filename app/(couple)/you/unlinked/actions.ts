"use server";

import { z } from "zod";
import { coupleIdSchema } from "@/lib/ids";
import { refuse } from "@/lib/result";
import { action } from "@/server/action";
import { listFormerPartnerships } from "@/server/couples/former";
import * as couples from "@/server/couples/service";

/** In the 30 days after an unlink: whether the other may read on. */
export const leaveWords = action(
  z.strictObject({ coupleId: coupleIdSchema, leavesWords: z.boolean() }),
  async ({ coupleId, leavesWords }, actor) => {
    const former = (await listFormerPartnerships(actor.personId)).find((one) => one.coupleId === coupleId);
    return former === undefined ? refuse("over") : couples.leaveWords(former, leavesWords);
  },
);
