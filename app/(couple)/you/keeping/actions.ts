"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { keepDaysSchema } from "@/lib/keeping/keep-days-schema";
import { refuse } from "@/lib/result";
import { action } from "@/server/action";
import type { Actor } from "@/server/auth/actor";
import { findPartner, type Partnership } from "@/server/couples/service";
import * as retention from "@/server/keeping/retention";

/** The page is read again with the answer itself: what holds now and "it is shorter" stand on it together, socket or none. */
async function inCouple<A>(actor: Actor, work: (partnership: Partnership) => Promise<A>) {
  const partnership = await findPartner(actor.personId);
  if (partnership === null) return refuse("notLinked");
  const answer = await work(partnership);
  refresh();
  return answer;
}

export const shortenKeeping = action(z.strictObject({ days: keepDaysSchema.unwrap() }), ({ days }, actor) =>
  inCouple(actor, (partnership) => retention.shorten(partnership, days)),
);

export const askToKeepLonger = action(z.strictObject({ days: keepDaysSchema }), ({ days }, actor) =>
  inCouple(actor, (partnership) => retention.askLonger(partnership, days)),
);

export const answerKeepLonger = action(
  z.strictObject({ days: keepDaysSchema, yes: z.boolean() }),
  ({ days, yes }, actor) => inCouple(actor, (partnership) => retention.answerLonger(partnership, days, yes)),
);

export const stopAskingToKeep = action(z.strictObject({}), (_, actor) => inCouple(actor, retention.stopAsking));
