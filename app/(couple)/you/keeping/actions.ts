"use server";

import { z } from "zod";
import { keepDaysSchema } from "@/lib/keeping/keep-days";
import { refuse } from "@/lib/result";
import { action } from "@/server/action";
import { findPartner } from "@/server/couples/service";
import * as retention from "@/server/keeping/retention";

export const shortenKeeping = action(z.strictObject({ days: keepDaysSchema.unwrap() }), async ({ days }, actor) => {
  const partnership = await findPartner(actor.personId);
  return partnership === null ? refuse("notLinked") : retention.shorten(partnership, days);
});

export const askToKeepLonger = action(z.strictObject({ days: keepDaysSchema }), async ({ days }, actor) => {
  const partnership = await findPartner(actor.personId);
  return partnership === null ? refuse("notLinked") : retention.askLonger(partnership, days);
});

export const answerKeepLonger = action(
  z.strictObject({ days: keepDaysSchema, yes: z.boolean() }),
  async ({ days, yes }, actor) => {
    const partnership = await findPartner(actor.personId);
    return partnership === null ? refuse("notLinked") : retention.answerLonger(partnership, days, yes);
  },
);

export const stopAskingToKeep = action(z.strictObject({}), async (_, actor) => {
  const partnership = await findPartner(actor.personId);
  return partnership === null ? refuse("notLinked") : retention.stopAsking(partnership);
});
