import { randomUUID } from "node:crypto";
import { coupleIdSchema, type InvitationId, type PersonId, personIdSchema } from "@/lib/ids";
import type { NewInvitation } from "@/lib/invitation/invitation";
import { toBase64url } from "@/lib/sealing/bytes";
import { makeCoupleKey, sealCoupleKeyTo } from "@/lib/sealing/couple-key";
import { type Identity, makeIdentity } from "@/lib/sealing/identity";
import { invitationProof } from "@/lib/sealing/invitation-proof";
import { makeInvitation } from "@/lib/sealing/make-invitation";
import { createPerson } from "@/server/auth/repository";
import { acceptInvitation } from "@/server/couples/answers";
import { createInvitation } from "@/server/couples/invitations";
import { findPartner, type Partnership } from "@/server/couples/service";

/** A person in the test database with keys of their own, as their browser would hold them. */
export type TestPerson = { personId: PersonId; name: string; identity: Identity };

export async function addPerson(name: string): Promise<TestPerson> {
  const identity = await makeIdentity();
  const id = await createPerson({
    email: `${randomUUID()}@heard.example`,
    name,
    authHash: "not checked here",
    salt: toBase64url(new Uint8Array(16)),
    kdfMemoryKib: 65_536,
    kdfIterations: 3,
    kdfParallelism: 1,
    publicKey: identity.publicKey,
    privateKeyByPassword: "not opened here",
    privateKeyByRecoveryCode: "not opened here",
  });
  return { personId: personIdSchema.parse(id), name, identity };
}

/** All that the inviter's browser makes; `proof` is what the link lets the other one show. */
export async function prepareInvitation(inviter: TestPerson): Promise<{ input: NewInvitation; proof: string }> {
  const made = await makeInvitation(inviter.identity, coupleIdSchema.parse(randomUUID()), "Shall we?");
  if (!made.ok) throw new Error(made.refusal);
  return { input: made.value.sent, proof: await invitationProof(made.value.secret) };
}

/** The invited one's copy. What is inside does not matter to the server. */
export const sealAnyKey = (person: TestPerson, coupleId: NewInvitation["coupleId"]): Promise<string> =>
  sealCoupleKeyTo(person.identity.publicKey, makeCoupleKey(), coupleId, person.identity);

export type TestInvitation = { id: InvitationId; input: NewInvitation; proof: string };

export async function invite(inviter: TestPerson): Promise<TestInvitation> {
  const { input, proof } = await prepareInvitation(inviter);
  const made = await createInvitation(inviter, input);
  if (!made.ok) throw new Error(`not invited: ${made.refusal}`);
  return { id: made.value.invitationId, input, proof };
}

export async function acceptByLink(joiner: TestPerson, { id, input, proof }: TestInvitation) {
  const sealedCoupleKey = await sealAnyKey(joiner, input.coupleId);
  return acceptInvitation(joiner, { invitationId: id, proof, sealedCoupleKey });
}

/** Two new people, linked. */
export async function addCouple(): Promise<{ mara: TestPerson; sam: TestPerson; seats: [Partnership, Partnership] }> {
  const [mara, sam] = [await addPerson("Mara"), await addPerson("Sam")];
  const joined = await acceptByLink(sam, await invite(mara));
  const seats = [await findPartner(mara.personId), await findPartner(sam.personId)] as const;
  if (!joined.ok || seats[0] === null || seats[1] === null) throw new Error("not linked");
  return { mara, sam, seats: [seats[0], seats[1]] };
}
