import type { InvitationId, PersonId } from "@/lib/ids";
import type { ConfirmClaimPayload, InvitationRefusal } from "@/lib/invitation/invitation";
import { ok, type Result, refuse } from "@/lib/result";
import { look } from "@/server/couples/answers";
import { despiteCollisions } from "@/server/couples/collisions";
import {
  clearClaim,
  confirmClaimant,
  findInvitationById,
  inTransaction,
  lockPeople,
  setClaim,
  type Transaction,
  withdrawClaims,
} from "@/server/couples/repository";
import { closedBecause } from "@/server/couples/standing";
import { tellHome } from "@/server/couples/tell-home";

type Person = { personId: PersonId };

/**
 * Asks to be let in without the link's secret: the inviter now sees a name and six words. One asks at a time (`taken`),
 * and a person asks at one place at a time.
 */
export async function claim(actor: Person, id: InvitationId): Promise<Result<null, InvitationRefusal | "taken">> {
  const found = await findInvitationById(id);
  if (found === null) return refuse("notFound");
  const ask = async (tx: Transaction) => {
    await lockPeople(tx, [found.inviterId, actor.personId]);
    const { row, refusal } = await look(id, actor.personId, tx);
    if (row === null || refusal !== null) return refuse(refusal ?? "notFound");
    if (row.claimantId === actor.personId) return ok([]);
    if (row.claimantId !== null) return refuse("taken");
    const left = await withdrawClaims(tx, [actor.personId]);
    await setClaim(tx, id, actor.personId, new Date());
    return ok(left);
  };
  const done = await despiteCollisions(() => inTransaction(ask));
  if (!done.ok) return done;
  tellHome([found.inviterId, actor.personId, ...done.value]);
  return ok(null);
}

/** The one who asked goes away again; the inviter no longer sees them. Not asking any more is not a refusal. */
export async function withdrawClaim(actor: Person, id: InvitationId): Promise<Result<null, "notFound">> {
  const found = await findInvitationById(id);
  if (found === null || found.claimantId !== actor.personId) return refuse("notFound");
  await inTransaction((tx) => withdrawClaims(tx, [actor.personId]));
  tellHome([found.inviterId, actor.personId]);
  return ok(null);
}

export type AnswerClaimRefusal = "notFound" | "used" | "revoked" | "expired" | "claimantChanged";

/** "That's them": the couple key, sealed to the claimant by the inviter's own device, is there for them to take. */
export const confirmClaim = (actor: Person, { invitationId, claimantId, sealedKey }: ConfirmClaimPayload) =>
  answer(actor, invitationId, claimantId, (tx) => confirmClaimant(tx, invitationId, sealedKey));

/** "That's not them": the code is free for whoever it was meant for. */
export const rejectClaim = (actor: Person, invitationId: InvitationId, claimantId: PersonId) =>
  answer(actor, invitationId, claimantId, (tx) => clearClaim(tx, invitationId));

async function answer(
  actor: Person,
  id: InvitationId,
  claimantId: PersonId,
  write: (tx: Transaction) => Promise<unknown>,
): Promise<Result<null, AnswerClaimRefusal>> {
  const done = await inTransaction(async (tx) => {
    await lockPeople(tx, [actor.personId]);
    const row = await findInvitationById(id, tx);
    if (row === null || row.inviterId !== actor.personId) return refuse("notFound");
    const closed = closedBecause(row, new Date());
    if (closed !== null) return refuse(closed);
    if (row.claimantId !== claimantId) return refuse("claimantChanged");
    await write(tx);
    return ok(null);
  });
  if (done.ok) tellHome([actor.personId, claimantId]);
  return done;
}
