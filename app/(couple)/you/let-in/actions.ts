"use server";

import { revalidatePath } from "next/cache";
import type { CoupleId } from "@/lib/ids";
import { refuse } from "@/lib/result";
import { action } from "@/server/action";
import type { Actor } from "@/server/auth/actor";
import { findPartner, type Partnership } from "@/server/couples/service";
import * as letIn from "@/server/keys/let-in";
import {
  askKeySchema,
  beginAgainSchema,
  giveKeySchema,
  takeKeySchema,
  turnAwaySchema,
  withdrawKeySchema,
} from "@/server/keys/schemas";

/** The couple that the page was about: whoever is linked anew meanwhile did not mean that one. */
async function inCouple<A>(actor: Actor, coupleId: CoupleId, work: (partnership: Partnership) => Promise<A>) {
  const partnership = await findPartner(actor.personId);
  if (partnership?.coupleId !== coupleId) return refuse("notLinked");
  const answer = await work(partnership);
  // The page is read again with the answer itself, so that it is true even where no socket reaches.
  revalidatePath("/you/let-in");
  return answer;
}

export const askForKey = action(askKeySchema, ({ coupleId, ...input }, actor) =>
  inCouple(actor, coupleId, (partnership) => letIn.askForKey(partnership, input)),
);

export const stopAskingForKey = action(withdrawKeySchema, ({ coupleId }, actor) =>
  inCouple(actor, coupleId, letIn.stopAskingForKey),
);

export const giveKey = action(giveKeySchema, ({ coupleId, ...input }, actor) =>
  inCouple(actor, coupleId, (partnership) => letIn.giveKey(partnership, input)),
);

export const turnAway = action(turnAwaySchema, ({ coupleId, ...input }, actor) =>
  inCouple(actor, coupleId, (partnership) => letIn.turnAway(partnership, input)),
);

/** Nothing is drawn anew: the page keeps the key on this device and then moves on by itself. */
export const takeKey = action(takeKeySchema, async ({ coupleId, ...input }, actor) => {
  const partnership = await findPartner(actor.personId);
  return partnership?.coupleId === coupleId ? letIn.takeKey(partnership, input) : refuse("notLinked");
});

/** Like taking it: the page goes on by itself with the key that it made. */
export const beginAgain = action(beginAgainSchema, async ({ coupleId, ...input }, actor) => {
  const partnership = await findPartner(actor.personId);
  return partnership?.coupleId === coupleId ? letIn.beginAgain(partnership, input) : refuse("notLinked");
});
