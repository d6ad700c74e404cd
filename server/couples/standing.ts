import type { InvitationRefusal } from "@/lib/invitation/invitation";
import { type Sealed, sealedSchema } from "@/lib/sealing/sealed";
import type { InvitationRow } from "@/server/couples/repository";

type State = Pick<
  InvitationRow,
  "coupleId" | "inviterId" | "expiresAt" | "openInviterId" | "acceptedAt" | "revokedAt" | "declinedAt"
>;
type Linked = { personId: string; coupleId: string };

/** Why nobody can answer an invitation any more, or null while it is open. */
export function closedBecause(row: State, now: Date): "used" | "revoked" | "expired" | null {
  if (row.acceptedAt !== null) return "used";
  if (row.openInviterId === null) return "revoked";
  return row.expiresAt <= now ? "expired" : null;
}

/**
 * Why this person can't answer an invitation, or null when they can. What is true of both comes before what is true of the
 * invitation alone: two who are linked are told so, and not that it was used.
 *
 * @param personId null for somebody who is not signed in
 * @param linked the live couple of each of the two who has one
 */
export function refusalFor(
  row: State | null,
  personId: string | null,
  linked: readonly Linked[],
  now: Date,
): InvitationRefusal | null {
  if (row === null) return "notFound";
  const coupleOf = (id: string | null) => linked.find((one) => one.personId === id)?.coupleId;
  if (coupleOf(personId) === row.coupleId) return "joined";
  const closed = closedBecause(row, now);
  if (closed === "used") return closed;
  if (row.inviterId === personId) return closed ?? "ownInvitation";
  if (coupleOf(row.inviterId) !== undefined) return "inviterLinked";
  if (closed !== null) return closed;
  return coupleOf(personId) === undefined ? null : "alreadyLinked";
}

/** An invitation's own words. Words that are no sealed value any more are as good as none. */
export const readWords = (row: Pick<InvitationRow, "words">): Sealed | null =>
  sealedSchema.nullable().catch(null).parse(row.words);
