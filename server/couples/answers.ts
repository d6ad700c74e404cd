import { type CoupleId, coupleIdSchema, type InvitationId, invitationIdSchema, type PersonId } from "@/lib/ids";
import type {
  AcceptPayload,
  DeclinePayload,
  InvitationRefusal,
  OpenInvitation,
  OwnClaim,
} from "@/lib/invitation/invitation";
import { ok, type Result, refuse } from "@/lib/result";
import { parseInvitationCode } from "@/lib/sealing/invitation-code";
import { hashInvitationProof } from "@/lib/sealing/invitation-proof";
import type { TooManyTries } from "@/server/auth/rate-limit";
import { giveBackCodeTry, takeCodeTry } from "@/server/couples/code-tries";
import { despiteCollisions } from "@/server/couples/collisions";
import {
  closeInvitation,
  createCouple,
  findInvitationById,
  findInvitationIdByCode,
  type InvitationRow,
  inTransaction,
  listLinked,
  lockPeople,
  revokeOpenInvitations,
  type Transaction,
  withdrawClaims,
} from "@/server/couples/repository";
import { readWords, refusalFor } from "@/server/couples/standing";
import { tellHome } from "@/server/couples/tell-home";

type Person = { personId: PersonId };

/** @param personId who is looking; null when nobody is signed in */
export async function findInvitation(
  id: InvitationId,
  personId: PersonId | null,
): Promise<Result<OpenInvitation, InvitationRefusal>> {
  const { row, refusal } = await look(id, personId);
  if (row === null || refusal !== null) return refuse(refusal ?? "notFound");
  const { coupleId, inviter, expiresAt, coupleKeyBySecret } = row;
  return ok({
    id: row.id,
    coupleId,
    inviter: { name: inviter.name, publicKey: inviter.publicKey },
    expiresAt: expiresAt.toISOString(),
    coupleKeyBySecret,
    words: readWords(row),
    claim: claimOf(row, personId),
  });
}

function claimOf(row: InvitationRow, personId: PersonId | null): OwnClaim {
  if (row.claimantId === null) return { state: "none" };
  if (row.claimantId !== personId) return { state: "taken" };
  return row.claimantSealedKey === null
    ? { state: "waiting" }
    : { state: "confirmed", sealedKey: row.claimantSealedKey };
}

/** An invitation as one person stands to it, inside a transaction or outside. */
export async function look(id: InvitationId, personId: PersonId | null, tx?: Transaction) {
  const row = await findInvitationById(id, tx);
  const both = [row?.inviterId, personId].filter((one) => typeof one === "string");
  const linked = row === null ? [] : await listLinked(both, tx);
  return { row, refusal: refusalFor(row, personId, linked, new Date()) };
}

/**
 * Finds the invitation whose code was read out, as people type it. The code opens nothing by itself: see claims.
 *
 * @param address where the request came from (network-address): guesses are counted by account and by address
 */
export async function findInvitationByCode(
  actor: Person,
  typed: string,
  address: string,
): Promise<Result<{ invitationId: InvitationId }, "notACode" | "notFound"> | TooManyTries> {
  const code = parseInvitationCode(typed);
  if (!code.ok) return refuse("notACode");
  const allowed = await takeCodeTry(actor.personId, address);
  if (!allowed.ok) return allowed;
  const id = await findInvitationIdByCode(code.value);
  if (id === null) return refuse("notFound");
  await giveBackCodeTry(actor.personId, address);
  return ok({ invitationId: invitationIdSchema.parse(id) });
}

/**
 * Joins: the couple, both partners and the used invitation are one transaction, whoever else tries at the same moment.
 * `notProven`: neither the link's proof nor the inviter's word. Accepting again what one has accepted is fine.
 */
export async function acceptInvitation(
  actor: Person,
  { invitationId, proof, sealedCoupleKey }: AcceptPayload,
): Promise<Result<{ coupleId: CoupleId }, Exclude<InvitationRefusal, "joined"> | "notProven">> {
  const found = await findInvitationById(invitationId);
  if (found === null) return refuse("notFound");
  const people = [found.inviterId, actor.personId];
  const coupleId = coupleIdSchema.parse(found.coupleId);
  const joined = await despiteCollisions(() =>
    inTransaction(async (tx) => {
      await lockPeople(tx, people);
      const { row, refusal } = await look(invitationId, actor.personId, tx);
      if (refusal === "joined") return ok([]);
      if (row === null || refusal !== null) return refuse(refusal ?? "notFound");
      if (!(await isProven(row, actor.personId, proof))) return refuse("notProven");
      const now = new Date();
      await closeInvitation(tx, row.id, { acceptedAt: now });
      const inviter = { personId: row.inviterId, sealedCoupleKey: row.inviterSealedCoupleKey };
      await createCouple(tx, { coupleId, now, inviter, joiner: { personId: actor.personId, sealedCoupleKey } });
      return ok([...(await revokeOpenInvitations(tx, people, now)), ...(await withdrawClaims(tx, people))]);
    }),
  );
  if (!joined.ok) return joined;
  tellHome([...people, ...joined.value]);
  return ok({ coupleId });
}

/** The id alone is no invitation: it takes the link's secret, or the inviter who said "that's them". */
async function isProven(row: InvitationRow, personId: PersonId | null, proof: string | null): Promise<boolean> {
  if (proof !== null) return (await hashInvitationProof(proof)) === row.secretProofHash;
  return personId !== null && row.claimantId === personId && row.claimantSealedKey !== null;
}

/** "This isn't for me": closes the invitation and tells the inviter kindly. Needs no account, only the link. */
export async function declineInvitation(
  personId: PersonId | null,
  { invitationId, proof }: DeclinePayload,
): Promise<Result<null, InvitationRefusal | "notProven">> {
  const found = await findInvitationById(invitationId);
  if (found === null) return refuse("notFound");
  const done = await inTransaction(async (tx) => {
    await lockPeople(tx, [found.inviterId]);
    const { row, refusal } = await look(invitationId, personId, tx);
    if (row === null || refusal !== null) return refuse(refusal ?? "notFound");
    if (!(await isProven(row, personId, proof))) return refuse("notProven");
    await closeInvitation(tx, row.id, { declinedAt: new Date() });
    return ok(null);
  });
  // Not the one who declined: their page says goodbye and is not drawn anew over it.
  const asking = found.claimantId === personId ? null : found.claimantId;
  if (done.ok) tellHome([found.inviterId, ...(asking === null ? [] : [asking])]);
  return done;
}
