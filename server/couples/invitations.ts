import { type InvitationId, invitationIdSchema, type PersonId, personIdSchema } from "@/lib/ids";
import { invitationHours, type NewInvitation, type OwnInvitation } from "@/lib/invitation/invitation";
import { ok, type Result, refuse } from "@/lib/result";
import { makeInvitationCode } from "@/lib/sealing/invitation-code";
import { despiteCollisions } from "@/server/couples/collisions";
import {
  closeInvitation,
  findInvitationById,
  findLatestInvitation,
  insertInvitation,
  inTransaction,
  isCollision,
  listLinked,
  lockPeople,
  revokeOpenInvitations,
  type Transaction,
} from "@/server/couples/repository";
import { closedBecause, readWords } from "@/server/couples/standing";
import { tellHome } from "@/server/couples/tell-home";

type Person = { personId: PersonId };

/**
 * Opens an invitation and closes the person's earlier one. The same couple id again is the same invitation: a second
 * press or a late retry makes no other.
 */
export async function createInvitation(
  actor: Person,
  input: NewInvitation,
): Promise<Result<{ invitationId: InvitationId }, "alreadyLinked" | "coupleIdTaken">> {
  try {
    const made = await despiteCollisions(() => inTransaction((tx) => open(tx, actor.personId, input)));
    if (made.ok) tellHome([actor.personId, ...made.value.told]);
    return made.ok ? ok({ invitationId: made.value.invitationId }) : made;
  } catch (error) {
    // A new code was drawn every time, so what collided is the couple's id.
    if (isCollision(error)) return refuse("coupleIdTaken");
    throw error;
  }
}

async function open(tx: Transaction, inviterId: PersonId, input: NewInvitation) {
  await lockPeople(tx, [inviterId]);
  if ((await listLinked([inviterId], tx)).length > 0) return refuse("alreadyLinked");
  const createdAt = new Date();
  const latest = await findLatestInvitation(inviterId, tx);
  if (latest?.coupleId === input.coupleId.toLowerCase() && closedBecause(latest, createdAt) === null)
    return ok({ invitationId: invitationIdSchema.parse(latest.id), told: [] });
  const told = await revokeOpenInvitations(tx, [inviterId], createdAt);
  const expiresAt = new Date(createdAt.getTime() + invitationHours * 3_600_000);
  const { id } = await insertInvitation(tx, { ...input, inviterId, code: makeInvitationCode(), createdAt, expiresAt });
  return ok({ invitationId: invitationIdSchema.parse(id), told });
}

/** Closes an invitation. One that was closed before stays closed; one that was used can't be taken back. */
export async function revokeInvitation(actor: Person, id: InvitationId): Promise<Result<null, "notFound" | "used">> {
  const done = await inTransaction(async (tx) => {
    await lockPeople(tx, [actor.personId]);
    const row = await findInvitationById(id, tx);
    if (row === null || row.inviterId !== actor.personId) return refuse("notFound");
    if (row.acceptedAt !== null) return refuse("used");
    if (row.openInviterId !== null) await closeInvitation(tx, id, { revokedAt: new Date() });
    return ok(row.claimantId);
  });
  if (!done.ok) return done;
  tellHome([actor.personId, ...(done.value === null ? [] : [done.value])]);
  return ok(null);
}

/** What the inviter's page shows: the open invitation, or how the last one ended by itself. */
export type OwnStanding = { open: OwnInvitation | null; lately: "declined" | "expired" | null };

export async function findOwnStanding(personId: PersonId): Promise<OwnStanding> {
  const row = await findLatestInvitation(personId);
  if (row === null || row.acceptedAt !== null) return { open: null, lately: null };
  if (row.declinedAt !== null) return { open: null, lately: "declined" };
  const closed = closedBecause(row, new Date());
  if (closed !== null) return { open: null, lately: closed === "expired" ? "expired" : null };
  const { id, coupleId, code, expiresAt, inviterSealedCoupleKey, claimant, claimantSealedKey } = row;
  const asking = claimant && {
    id: personIdSchema.parse(claimant.id),
    name: claimant.name,
    publicKey: claimant.publicKey,
    confirmed: claimantSealedKey !== null,
  };
  const own = { id, coupleId, code, expiresAt: expiresAt.toISOString(), inviterSealedCoupleKey, claimant: asking };
  return { open: { ...own, words: readWords(row) }, lately: null };
}

export const findOpenInvitationOf = async (personId: PersonId): Promise<OwnInvitation | null> =>
  (await findOwnStanding(personId)).open;
