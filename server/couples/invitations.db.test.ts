import { describe, expect, it } from "vitest";
import { declineInvitation, findInvitation } from "@/server/couples/answers";
import {
  createInvitation,
  findOpenInvitationOf,
  findOwnStanding,
  revokeInvitation,
} from "@/server/couples/invitations";
import { addCouple, addPerson, invite, prepareInvitation } from "@/server/couples/test-people";
import { prisma } from "@/server/database/client";
import { openTestDatabase } from "@/server/database/test-database";

openTestDatabase();

const refused = (refusal: string) => ({ ok: false, refusal });

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
