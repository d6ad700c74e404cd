"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { reviewAnswerSchema } from "@/lib/agreements/agreement";
import { modeSchema } from "@/lib/check-in/events";
import { commandIdSchema } from "@/lib/ids";
import { ok, refuse } from "@/lib/result";
import { action } from "@/server/action";
import * as agreements from "@/server/agreements/service";
import { findRunning, openCheckIn } from "@/server/check-ins/service";
import { findPartner } from "@/server/couples/service";

const schema = z.strictObject({ guideId: z.string().min(1).max(40), mode: modeSchema, commandId: commandIdSchema });

/** Opens a check-in. Whoever comes second, or the other one at the same moment, is led into the one that runs. */
export const startCheckIn = action(schema, async (input, actor) => {
  const partnership = await findPartner(actor.personId);
  if (partnership === null) return refuse("notLinked");
  const opened = await openCheckIn(partnership, input);
  if (opened.ok || opened.refusal !== "alreadyRunning") return opened;
  const running = await findRunning(partnership);
  // It ended in the very moment between: the same press once more opens one.
  return running ? ok({ checkInId: running.checkInId }) : refuse("unavailable");
});

/** "Still good?", for oneself. */
export const reviewAgreement = action(
  z.strictObject({ agreementId: commandIdSchema, answer: reviewAnswerSchema, commandId: commandIdSchema }),
  async (input, actor) => {
    const partnership = await findPartner(actor.personId);
    if (partnership === null) return refuse("notLinked");
    const answer = await agreements.reviewAgreement(partnership, input);
    revalidatePath("/us");
    return answer;
  },
);
