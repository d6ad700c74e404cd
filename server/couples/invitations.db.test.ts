import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { invitationIdSchema } from "@/lib/ids";
import { acceptInvitation, declineInvitation, findInvitation, findInvitationByCode } from "@/server/couples/answers";
import {
  createInvitation,
  findOpenInvitationOf,
  findOwnStanding,
  revokeInvitation,
} from "@/server/couples/invitations";
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

describe("an invitation", () => {
  it("shows whoever has its link who asks, and nothing of their account", async () => {
    const mara = await addPerson("Mara");
    const { id, input } = await invite(mara);
    const shown = await findInvitation(id, null);
    expect(shown).toMatchObject({
      ok: true,
      value: {
        inviter: { name: "Mara", publicKey: mara.identity.publicKey },
        coupleId: input.coupleId,
        words: input.words,
        coupleKeyBySecret: input.coupleKeyBySecret,
        claim: { state: "none" },
      },
    });
    expect(JSON.stringify(shown)).not.toMatch(/@|inviterSealedCoupleKey|secretProofHash/);
  });

  it("can be answered for 72 hours", async () => {
    const before = Date.now();
    const open = await invite(await addPerson("Mara")).then(({ id }) => findInvitation(id, null));
    const hours = open.ok ? (Date.parse(open.value.expiresAt) - before) / 3_600_000 : 0;
    expect(hours).toBeGreaterThanOrEqual(72);
    expect(hours).toBeLessThan(72.1);
  });

  it("closes the earlier one of the same person, whose keys are wiped", async () => {
    const mara = await addPerson("Mara");
    const first = await invite(mara);
    const second = await invite(mara);
    expect(await findInvitation(first.id, null)).toEqual(refused("revoked"));
    expect((await findOpenInvitationOf(mara.personId))?.id).toBe(second.id);
    expect(await prisma().invitation.findUnique({ where: { id: first.id } })).toMatchObject({
      coupleKeyBySecret: "",
      inviterSealedCoupleKey: "",
      words: null,
    });
  });

  it("is one however often the same one is asked for, one after the other or at once", async () => {
    const mara = await addPerson("Mara");
    const { input } = await prepareInvitation(mara);
    const made = await Promise.all([1, 2, 3].map(() => createInvitation(mara, input)));
    made.push(await createInvitation(mara, input));
    expect(new Set(made.map((one) => (one.ok ? one.value.invitationId : one.refusal))).size).toBe(1);
    expect(await prisma().invitation.count({ where: { inviterId: mara.personId } })).toBe(1);
  });

  it("stays one a person when several are made at the same moment", async () => {
    const mara = await addPerson("Mara");
    await Promise.all([invite(mara), invite(mara), invite(mara)]);
    expect(await prisma().invitation.count({ where: { openInviterId: mara.personId } })).toBe(1);
  });

  it("can't take the id of somebody else's couple", async () => {
    const { input } = await invite(await addPerson("Mara"));
    expect(await createInvitation(await addPerson("Eve"), input)).toEqual(refused("coupleIdTaken"));
  });

  it("is not for somebody who is linked", async () => {
    const { mara } = await addCouple();
    const { input } = await prepareInvitation(mara);
    expect(await createInvitation(mara, input)).toEqual(refused("alreadyLinked"));
  });

  it("can be taken back by its inviter alone, twice as well as once", async () => {
    const mara = await addPerson("Mara");
    const { id } = await invite(mara);
    expect(await revokeInvitation(await addPerson("Eve"), id)).toEqual(refused("notFound"));
    expect((await findInvitation(id, null)).ok).toBe(true);
    expect(await revokeInvitation(mara, id)).toEqual({ ok: true, value: null });
    expect(await revokeInvitation(mara, id)).toEqual({ ok: true, value: null });
    expect(await findInvitation(id, null)).toEqual(refused("revoked"));
    expect(await findOwnStanding(mara.personId)).toEqual({ open: null, lately: null });
  });
});

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

describe("this isn't for me", () => {
  it("closes the invitation without an account and lets the inviter know, no more", async () => {
    const mara = await addPerson("Mara");
    const { id, proof } = await invite(mara);
    expect(await declineInvitation(null, { invitationId: id, proof })).toEqual({ ok: true, value: null });
    expect(await findOwnStanding(mara.personId)).toEqual({ open: null, lately: "declined" });
    expect(await findInvitation(id, null)).toEqual(refused("revoked"));
  });

  it("makes room for the next invitation", async () => {
    const mara = await addPerson("Mara");
    const { id, proof } = await invite(mara);
    await declineInvitation(null, { invitationId: id, proof });
    const next = await invite(mara);
    expect(await findOwnStanding(mara.personId)).toMatchObject({ open: { id: next.id }, lately: null });
  });
});

describe("a code", () => {
  const codeOf = async (personId: Parameters<typeof findOpenInvitationOf>[0]) =>
    (await findOpenInvitationOf(personId))?.code ?? "";

  it("finds its invitation however it is typed", async () => {
    const [mara, sam] = [await addPerson("Mara"), await addPerson("Sam")];
    const { id } = await invite(mara);
    const code = await codeOf(mara.personId);
    const typed = ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `;
    expect(await findInvitationByCode(sam, typed, "a.1")).toEqual({ ok: true, value: { invitationId: id } });
  });

  it("that can't be one is not looked up and not counted", async () => {
    const sam = await addPerson("Sam");
    for (let round = 0; round < 20; round++)
      expect(await findInvitationByCode(sam, "hello", "a.2")).toEqual(refused("notACode"));
    expect(await findInvitationByCode(sam, "ABCDEFGH", "a.2")).toEqual(refused("notFound"));
  });

  it("is not guessed: after ten wrong ones an account waits, from wherever it asks", async () => {
    const sam = await addPerson("Sam");
    const answers = [];
    for (let round = 0; round < 12; round++) answers.push(await findInvitationByCode(sam, "ABCDEFGH", `b.${round}`));
    expect(answers.slice(0, 10).every((one) => !one.ok && one.refusal === "notFound")).toBe(true);
    expect(answers.at(-1)).toMatchObject({ refusal: "tooManyTries", retryAfterSeconds: expect.any(Number) });
  });

  it("is not guessed with many accounts from one address either", async () => {
    const people = await Promise.all(Array.from({ length: 6 }, () => addPerson("Eve")));
    const answers = [];
    for (const person of people)
      for (let round = 0; round < 8; round++) answers.push(await findInvitationByCode(person, "ABCDEFGH", "c.1"));
    expect(answers.at(-1)).toMatchObject({ refusal: "tooManyTries" });
  });
});
