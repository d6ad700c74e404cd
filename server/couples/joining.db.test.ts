import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { invitationIdSchema } from "@/lib/ids";
import { acceptInvitation, declineInvitation, findInvitation } from "@/server/couples/answers";
import { findOpenInvitationOf, findOwnStanding, revokeInvitation } from "@/server/couples/invitations";
import { findPartner, unlink } from "@/server/couples/service";
import {
  acceptByLink,
  addCouple,
  addPerson,
  invite,
  prepareInvitation,
  sealAnyKey,
  type TestInvitation,
} from "@/server/couples/test-people";
import { prisma } from "@/server/database/client";
import { openTestDatabase } from "@/server/database/test-database";

openTestDatabase();

const refused = (refusal: string) => ({ ok: false, refusal });

const letRunOut = ({ id }: TestInvitation) =>
  prisma().invitation.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1000) } });

describe("joining by link", () => {
  it("links the two and keeps the copies of the key that each sealed", async () => {
    const [mara, sam] = [await addPerson("Mara"), await addPerson("Sam")];
    const invitation = await invite(mara);
    const sealedCoupleKey = await sealAnyKey(sam, invitation.input.coupleId);
    const { id, proof, input } = invitation;
    const joined = await acceptInvitation(sam, { invitationId: id, proof, sealedCoupleKey });
    expect(joined).toEqual({ ok: true, value: { coupleId: input.coupleId } });
    const partners = await prisma().partner.findMany({
      where: { coupleId: input.coupleId },
      orderBy: { seat: "asc" },
      select: { seat: true, personId: true, sealedCoupleKey: true },
    });
    expect(partners).toEqual([
      { seat: "A", personId: mara.personId, sealedCoupleKey: input.inviterSealedCoupleKey },
      { seat: "B", personId: sam.personId, sealedCoupleKey },
    ]);
    expect(await prisma().invitation.findUnique({ where: { id } })).toMatchObject({
      coupleKeyBySecret: "",
      words: null,
    });
  });

  it("again by the same person is fine, and tells them both that they are linked", async () => {
    const [mara, sam] = [await addPerson("Mara"), await addPerson("Sam")];
    const invitation = await invite(mara);
    const answers = await Promise.all([acceptByLink(sam, invitation), acceptByLink(sam, invitation)]);
    expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await findInvitation(invitation.id, sam.personId)).toEqual(refused("joined"));
    expect(await findInvitation(invitation.id, mara.personId)).toEqual(refused("joined"));
  });

  it("takes the link's secret: an id alone, a wrong proof or the hash itself links nobody", async () => {
    const [mara, eve] = [await addPerson("Mara"), await addPerson("Eve")];
    const { id, input } = await invite(mara);
    const sealedCoupleKey = await sealAnyKey(eve, input.coupleId);
    for (const proof of [null, input.secretProofHash, (await prepareInvitation(eve)).proof]) {
      expect(await acceptInvitation(eve, { invitationId: id, proof, sealedCoupleKey })).toEqual(refused("notProven"));
      expect(await declineInvitation(eve.personId, { invitationId: id, proof })).toEqual(refused("notProven"));
    }
    expect(await findPartner(mara.personId)).toBeNull();
    expect((await findInvitation(id, null)).ok).toBe(true);
  });

  it("is refused once it was used", async () => {
    const invitation = await invite(await addPerson("Mara"));
    await acceptByLink(await addPerson("Sam"), invitation);
    const late = await addPerson("Lee");
    expect(await acceptByLink(late, invitation)).toEqual(refused("used"));
    expect(await findInvitation(invitation.id, null)).toEqual(refused("used"));
  });

  it("is refused once it has run out", async () => {
    const mara = await addPerson("Mara");
    const invitation = await invite(mara);
    await letRunOut(invitation);
    expect(await acceptByLink(await addPerson("Sam"), invitation)).toEqual(refused("expired"));
    expect(await findInvitation(invitation.id, null)).toEqual(refused("expired"));
    expect(await findOwnStanding(mara.personId)).toEqual({ open: null, lately: "expired" });
  });

  it("is refused once it was taken back", async () => {
    const mara = await addPerson("Mara");
    const invitation = await invite(mara);
    await revokeInvitation(mara, invitation.id);
    expect(await acceptByLink(await addPerson("Sam"), invitation)).toEqual(refused("revoked"));
  });

  it("is refused to the inviter", async () => {
    const mara = await addPerson("Mara");
    const invitation = await invite(mara);
    expect(await acceptByLink(mara, invitation)).toEqual(refused("ownInvitation"));
    expect(await findInvitation(invitation.id, mara.personId)).toEqual(refused("ownInvitation"));
  });

  it("is refused to somebody who is linked already", async () => {
    const { sam } = await addCouple();
    const invitation = await invite(await addPerson("Ada"));
    expect(await acceptByLink(sam, invitation)).toEqual(refused("alreadyLinked"));
    expect(await findInvitation(invitation.id, sam.personId)).toEqual(refused("alreadyLinked"));
  });

  it("is refused to a third person when the inviter linked with somebody else meanwhile", async () => {
    const [mara, ada] = [await addPerson("Mara"), await addPerson("Ada")];
    const invitation = await invite(mara);
    await acceptByLink(mara, await invite(ada));
    expect(await acceptByLink(await addPerson("Sam"), invitation)).toEqual(refused("inviterLinked"));
  });

  it("is refused for an invitation that never was", async () => {
    const sam = await addPerson("Sam");
    const invitation = await invite(await addPerson("Mara"));
    const unknown = { ...invitation, id: invitationIdSchema.parse(randomUUID()) };
    expect(await acceptByLink(sam, unknown)).toEqual(refused("notFound"));
    expect(await findInvitation(unknown.id, sam.personId)).toEqual(refused("notFound"));
  });

  it("stays used after the two have unlinked", async () => {
    const [mara, sam] = [await addPerson("Mara"), await addPerson("Sam")];
    const invitation = await invite(mara);
    await acceptByLink(sam, invitation);
    const seat = await findPartner(sam.personId);
    if (seat !== null) await unlink(seat);
    expect(await acceptByLink(sam, invitation)).toEqual(refused("used"));
    expect(await findPartner(sam.personId)).toBeNull();
  });

  it("closes the joiner's own open invitation with it", async () => {
    const [mara, sam] = [await addPerson("Mara"), await addPerson("Sam")];
    const own = await invite(sam);
    await acceptByLink(sam, await invite(mara));
    expect(await acceptByLink(await addPerson("Lee"), own)).toEqual(refused("inviterLinked"));
    expect(await findOpenInvitationOf(sam.personId)).toBeNull();
  });
});

describe("at the same moment", () => {
  it("two who accept one invitation: exactly one is linked, the other is told", async () => {
    for (let round = 0; round < 15; round++) {
      const [mara, sam, lee] = [await addPerson("Mara"), await addPerson("Sam"), await addPerson("Lee")];
      const invitation = await invite(mara);
      const answers = await Promise.all([acceptByLink(sam, invitation), acceptByLink(lee, invitation)]);
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      expect(answers).toContainEqual(refused("used"));
      const partners = await Promise.all([sam, lee].map(({ personId }) => findPartner(personId)));
      expect(partners.filter((partner) => partner !== null)).toHaveLength(1);
      expect((await findPartner(mara.personId))?.other.personId).toBe(partners.find((one) => one !== null)?.personId);
    }
  });

  it("one who accepts two invitations is in one couple", async () => {
    for (let round = 0; round < 15; round++) {
      const [mara, ada, sam] = [await addPerson("Mara"), await addPerson("Ada"), await addPerson("Sam")];
      const [first, second] = [await invite(mara), await invite(ada)];
      const answers = await Promise.all([acceptByLink(sam, first), acceptByLink(sam, second)]);
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      expect(answers).toContainEqual(refused("alreadyLinked"));
      expect(await prisma().partner.count({ where: { personId: sam.personId } })).toBe(1);
    }
  });

  it("two who accept each other's invitation are in one couple", async () => {
    for (let round = 0; round < 15; round++) {
      const [mara, sam] = [await addPerson("Mara"), await addPerson("Sam")];
      const [hers, his] = [await invite(mara), await invite(sam)];
      const answers = await Promise.all([acceptByLink(sam, hers), acceptByLink(mara, his)]);
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      expect((await findPartner(mara.personId))?.other.personId).toBe(sam.personId);
    }
  });

  it("taking back and accepting: either, and never both", async () => {
    for (let round = 0; round < 15; round++) {
      const [mara, sam] = [await addPerson("Mara"), await addPerson("Sam")];
      const invitation = await invite(mara);
      const [revoked, joined] = await Promise.all([
        revokeInvitation(mara, invitation.id),
        acceptByLink(sam, invitation),
      ]);
      expect(revoked.ok).toBe(!joined.ok);
      expect((await findPartner(sam.personId)) !== null).toBe(joined.ok);
    }
  });
});
