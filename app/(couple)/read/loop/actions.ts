"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { chooseShapeSchema, emptyLaneSchema, saveLaneSchema, yesSchema } from "@/lib/reading/loop";
import { ok, refuse } from "@/lib/result";
import { action } from "@/server/action";
import type { Actor } from "@/server/auth/actor";
import { findPartner, type Partnership } from "@/server/couples/service";
import * as loop from "@/server/reading/loop";

const asPartner =
  <I, A>(work: (partnership: Partnership, input: I) => Promise<A>) =>
  async (input: I, actor: Actor) => {
    const partnership = await findPartner(actor.personId);
    if (partnership === null) return refuse("notAParticipant");
    const answer = await work(partnership, input);
    // A refusal too: what is on the page is no longer how it stands.
    revalidatePath("/read/loop");
    return answer;
  };

export const saveLane = action(saveLaneSchema, asPartner(loop.saveLane));
export const emptyLane = action(emptyLaneSchema, asPartner(loop.emptyLane));
export const chooseShape = action(chooseShapeSchema, asPartner(loop.chooseShape));
export const sayYes = action(yesSchema, asPartner(loop.sayYes));
export const takeBackYes = action(z.void(), asPartner(loop.takeBackYes));
export const catchLoop = action(
  z.void(),
  asPartner((partnership) => loop.catchLoop(partnership, Date.now())),
);
export const undoCatch = action(
  z.void(),
  asPartner((partnership) => loop.undoCatch(partnership, Date.now())),
);

/** Sealed, and for their own author's browser alone. */
export const listOwnPieces = action(z.void(), async (_, actor) => {
  const partnership = await findPartner(actor.personId);
  return partnership === null ? refuse("notAParticipant") : ok(await loop.listOwnPieces(partnership));
});
