import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { invitationIdSchema } from "@/lib/ids";
import { acceptInvitation, declineInvitation, findInvitation } from "@/server/couples/answers";
import { claim, confirmClaim, rejectClaim, withdrawClaim } from "@/server/couples/claims";
import { findOpenInvitationOf, revokeInvitation } from "@/server/couples/invitations";
import { findPartner } from "@/server/couples/service";
import {
  acceptByLink,
  addPerson,
  invite,
  sealAnyKey,
  type TestInvitation,
  type TestPerson,
} from "@/server/couples/test-people";
import { openTestDatabase } from "@/server/database/test-database";

openTestDatabase();

const fine = { ok: true, value: null };
const refused = (refusal: string) => ({ ok: false, refusal });
const claimOf = async ({ id }: TestInvitation, person: TestPerson) => {
  const found = await findInvitation(id, person.personId);
  return found.ok ? found.value.claim : found.refusal;
};
const acceptByCode = async (person: TestPerson, { id, input }: TestInvitation) =>
  acceptInvitation(person, {
    invitationId: id,
    proof: null,
    sealedCoupleKey: await sealAnyKey(person, input.coupleId),
  });

async function setOut() {
  const [mara, sam, eve] = [await addPerson("Mara"), await addPerson("Sam"), await addPerson("Eve")];
  const invitation = await invite(mara);
  const sealedKey = await sealAnyKey(sam, invitation.input.coupleId);
  const thatsThem = { invitationId: invitation.id, claimantId: sam.personId, sealedKey };
  return { mara, sam, eve, invitation, thatsThem, sealedKey };
}

describe("joining by code", () => {
  it("goes from asking over that's them to joining", async () => {
    const { mara, sam, invitation, thatsThem, sealedKey } = await setOut();
    expect(await claim(sam, invitation.id)).toEqual(fine);
    expect(await claimOf(invitation, sam)).toEqual({ state: "waiting" });
    expect((await findOpenInvitationOf(mara.personId))?.claimant).toEqual({
      id: sam.personId,
      name: "Sam",
      publicKey: sam.identity.publicKey,
      confirmed: false,
    });
    expect(await acceptByCode(sam, invitation)).toEqual(refused("notProven"));
    expect(await confirmClaim(mara, thatsThem)).toEqual(fine);
    expect(await claimOf(invitation, sam)).toEqual({ state: "confirmed", sealedKey });
    expect((await acceptByCode(sam, invitation)).ok).toBe(true);
    expect((await findPartner(mara.personId))?.other.personId).toBe(sam.personId);
  });

  it("asks once however often it is pressed", async () => {
    const { sam, invitation } = await setOut();
    expect(await Promise.all([claim(sam, invitation.id), claim(sam, invitation.id)])).toEqual([fine, fine]);
  });

  it("is for one at a time, and free again once that one is turned away or goes", async () => {
    const { mara, sam, eve, invitation } = await setOut();
    await claim(eve, invitation.id);
    expect(await claim(sam, invitation.id)).toEqual(refused("taken"));
    expect(await claimOf(invitation, sam)).toEqual({ state: "taken" });
    expect(await rejectClaim(mara, invitation.id, eve.personId)).toEqual(fine);
    expect(await claimOf(invitation, eve)).toEqual({ state: "none" });
    expect(await claim(sam, invitation.id)).toEqual(fine);
    expect(await withdrawClaim(sam, invitation.id)).toEqual(fine);
    expect(await claim(eve, invitation.id)).toEqual(fine);
  });

  it("hands the key to the one who was looked at, and to nobody who stepped in between", async () => {
    const { mara, sam, eve, invitation, thatsThem } = await setOut();
    await claim(sam, invitation.id);
    await withdrawClaim(sam, invitation.id);
    await claim(eve, invitation.id);
    expect(await confirmClaim(mara, thatsThem)).toEqual(refused("claimantChanged"));
    expect(await acceptByCode(eve, invitation)).toEqual(refused("notProven"));
  });

  it("is over when the inviter changes their mind before the other has joined", async () => {
    const { mara, sam, invitation, thatsThem } = await setOut();
    await claim(sam, invitation.id);
    await confirmClaim(mara, thatsThem);
    await rejectClaim(mara, invitation.id, sam.personId);
    expect(await acceptByCode(sam, invitation)).toEqual(refused("notProven"));
  });

  it("shows the sealed key to nobody else", async () => {
    const { mara, sam, eve, invitation, thatsThem, sealedKey } = await setOut();
    await claim(sam, invitation.id);
    await confirmClaim(mara, thatsThem);
    for (const person of [eve.personId, null])
      expect(JSON.stringify(await findInvitation(invitation.id, person))).not.toContain(JSON.stringify(sealedKey));
    expect(await acceptByCode(eve, invitation)).toEqual(refused("notProven"));
  });

  it("is answered by the inviter alone", async () => {
    const { sam, eve, invitation, thatsThem } = await setOut();
    await claim(sam, invitation.id);
    for (const other of [sam, eve]) {
      expect(await confirmClaim(other, thatsThem)).toEqual(refused("notFound"));
      expect(await rejectClaim(other, invitation.id, sam.personId)).toEqual(refused("notFound"));
    }
    expect(await withdrawClaim(eve, invitation.id)).toEqual(refused("notFound"));
    expect(await claimOf(invitation, sam)).toEqual({ state: "waiting" });
  });

  it("is refused where joining by link is", async () => {
    const { mara, sam, eve, invitation, thatsThem } = await setOut();
    expect(await claim(mara, invitation.id)).toEqual(refused("ownInvitation"));
    expect(await claim(sam, invitationIdSchema.parse(randomUUID()))).toEqual(refused("notFound"));
    await claim(sam, invitation.id);
    await revokeInvitation(mara, invitation.id);
    expect(await claim(eve, invitation.id)).toEqual(refused("revoked"));
    expect(await confirmClaim(mara, thatsThem)).toEqual(refused("revoked"));
  });

  it("is asked at one place at a time, and nowhere once linked", async () => {
    const { sam, eve, invitation } = await setOut();
    const other = await invite(await addPerson("Ada"));
    await claim(sam, invitation.id);
    await claim(sam, other.id);
    expect(await claimOf(invitation, sam)).toEqual({ state: "none" });
    await acceptByLink(sam, await invite(eve));
    expect(await claim(sam, other.id)).toEqual(refused("alreadyLinked"));
    const lee = await addPerson("Lee");
    expect(await claim(lee, other.id)).toEqual(fine);
  });

  it("may be declined by the one who was recognised, and by nobody before", async () => {
    const { mara, sam, invitation, thatsThem } = await setOut();
    await claim(sam, invitation.id);
    const noThanks = { invitationId: invitation.id, proof: null };
    expect(await declineInvitation(sam.personId, noThanks)).toEqual(refused("notProven"));
    await confirmClaim(mara, thatsThem);
    expect(await declineInvitation(sam.personId, noThanks)).toEqual(fine);
    expect(await acceptByCode(sam, invitation)).toEqual(refused("revoked"));
  });
});
