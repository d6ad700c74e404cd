"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { reviewAnswerSchema } from "@/lib/agreements/agreement";
import { commandIdSchema } from "@/lib/ids";
import { refuse } from "@/lib/result";
import { sealedSchema } from "@/lib/sealing/sealed";
import { action } from "@/server/action";
import * as agreements from "@/server/agreements/service";
import { findPartner } from "@/server/couples/service";

const of = { agreementId: commandIdSchema };

/** The page as it is now comes back with the answer, also where the line that tells of changes is down. */
const shownAnew = <A>(answer: A): A => {
  revalidatePath("/read/agreements");
  return answer;
};

/** How it went, for oneself. */
export const reviewAgreement = action(
  z.strictObject({ ...of, answer: reviewAnswerSchema, commandId: commandIdSchema }),
  async (input, actor) => {
    const partnership = await findPartner(actor.personId);
    return partnership ? shownAnew(await agreements.reviewAgreement(partnership, input)) : refuse("notLinked");
  },
);

export const offerChange = action(
  z.strictObject({ ...of, offerId: commandIdSchema, words: sealedSchema }),
  async (input, actor) => {
    const partnership = await findPartner(actor.personId);
    return partnership ? shownAnew(await agreements.offerChange(partnership, input)) : refuse("notLinked");
  },
);

export const acceptChange = action(z.strictObject({ ...of, offerId: commandIdSchema }), async (input, actor) => {
  const partnership = await findPartner(actor.personId);
  return partnership ? shownAnew(await agreements.acceptChange(partnership, input)) : refuse("notLinked");
});

/** Not now, or taken back: the offered words go, the agreement stays. */
export const dropChange = action(z.strictObject({ ...of, offerId: commandIdSchema }), async (input, actor) => {
  const partnership = await findPartner(actor.personId);
  return partnership ? shownAnew(await agreements.dropChange(partnership, input)) : refuse("notLinked");
});

export const retireAgreement = action(z.strictObject({ ...of, commandId: commandIdSchema }), async (input, actor) => {
  const partnership = await findPartner(actor.personId);
  return partnership ? shownAnew(await agreements.retireAgreement(partnership, input)) : refuse("notLinked");
});
