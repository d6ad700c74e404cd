"use server";

import { revalidatePath } from "next/cache";
import {
  answerClaimPayloadSchema,
  confirmClaimPayloadSchema,
  invitationPayloadSchema,
  newInvitationSchema,
} from "@/lib/invitation/invitation";
import { action } from "@/server/action";
import * as claims from "@/server/couples/claims";
import * as invitations from "@/server/couples/invitations";

// The page is read again with the answer itself, so that it is true even where no socket reaches.
const page = "/us/invite";

export const createInvitation = action(newInvitationSchema, async (input, actor) => {
  const answer = await invitations.createInvitation(actor, input);
  revalidatePath(page);
  return answer;
});

export const revokeInvitation = action(invitationPayloadSchema, async ({ invitationId }, actor) => {
  const answer = await invitations.revokeInvitation(actor, invitationId);
  revalidatePath(page);
  return answer;
});

export const confirmClaim = action(confirmClaimPayloadSchema, async (input, actor) => {
  const answer = await claims.confirmClaim(actor, input);
  revalidatePath(page);
  return answer;
});

export const rejectClaim = action(answerClaimPayloadSchema, async ({ invitationId, claimantId }, actor) => {
  const answer = await claims.rejectClaim(actor, invitationId, claimantId);
  revalidatePath(page);
  return answer;
});
