"use server";

import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { z } from "zod";
import { acceptPayloadSchema, declinePayloadSchema, invitationPayloadSchema } from "@/lib/invitation/invitation";
import { action, openAction } from "@/server/action";
import { findSignedIn } from "@/server/auth/loaders";
import { addressOf } from "@/server/auth/network-address";
import * as answers from "@/server/couples/answers";
import * as claims from "@/server/couples/claims";

const codeSchema = z.strictObject({ code: z.string().max(64) });

export const findByCode = action(codeSchema, async ({ code }, actor) => {
  const asked = await headers();
  const address = addressOf((name) => asked.get(name));
  return answers.findInvitationByCode(actor, code, address);
});

export const claim = action(invitationPayloadSchema, async ({ invitationId }, actor) => {
  const answer = await claims.claim(actor, invitationId);
  revalidatePath(`/join/${invitationId}`);
  return answer;
});

export const withdrawClaim = action(invitationPayloadSchema, async ({ invitationId }, actor) => {
  const answer = await claims.withdrawClaim(actor, invitationId);
  revalidatePath(`/join/${invitationId}`);
  return answer;
});

/** Nothing is drawn anew: the page keeps the key on this device and then moves on by itself. */
export const accept = action(acceptPayloadSchema, (input, actor) => answers.acceptInvitation(actor, input));

/** Needs no account: who was asked may not want one. */
export const decline = openAction(declinePayloadSchema, async (input) => {
  const actor = await findSignedIn();
  return answers.declineInvitation(actor?.personId ?? null, input);
});
