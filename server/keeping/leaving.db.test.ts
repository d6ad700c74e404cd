import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { recordFor } from "@/lib/check-in/record";
import { sealedOf } from "@/lib/check-in/test-kit";
import type { PersonId } from "@/lib/ids";
import { toBase64url } from "@/lib/sealing/bytes";
import type { Actor } from "@/server/auth/actor";
import { hashAuthKey } from "@/server/auth/auth-hash";
import { type FormerPartnership, listFormerPartnerships } from "@/server/couples/former";
import { findFormerPartner, findPartner, leaveWords, unlink } from "@/server/couples/service";
import { acceptByLink, addPerson, invite, type TestPerson } from "@/server/couples/test-people";
import { prisma } from "@/server/database/client";
import { openTestDatabase } from "@/server/database/test-database";
import { deleteAccount } from "@/server/keeping/delete-account";
import { eraseExpired } from "@/server/keeping/erasing";
import { findFormerOf, readFormer } from "@/server/keeping/former";
import { takeBack } from "@/server/keeping/take-back";
import { addBothWrote, listStored, storedWords } from "@/server/keeping/test-kit";
import { happeningsOf } from "@/server/publish-test-kit";

openTestDatabase();
beforeAll(() => vi.stubEnv("NEXTAUTH_SECRET", "a secret of this test, long enough for it"));

const day = 24 * 3_600_000;

const formerOf = async ({ personId }: TestPerson): Promise<FormerPartnership> => {
  const [former] = await listFormerPartnerships(personId);
  if (!former) throw new Error("was never linked");
  return former;
};

/** As if so many days had gone by since the unlink. */
const passDays = async ({ coupleId }: { coupleId: string }, days: number) => {
  const at = new Date(Date.now() - days * day);
  await prisma().couple.update({ where: { id: coupleId }, data: { unlinkedAt: at } });
};

const read = async (person: TestPerson, checkInId: Parameters<typeof readFormer>[1]) => {
  const former = await formerOf(person);
  const state = await readFormer(former, checkInId);
  return state && JSON.stringify(recordFor(state, former.seat));
};

const authKey = toBase64url(new Uint8Array(32).fill(7));

/** As their session says it; the password is one that the test knows. */
const actorOf = async ({ personId, name }: TestPerson): Promise<Actor> => {
  const email = `${randomUUID()}@heard.example`;
  await prisma().person.update({ where: { id: personId }, data: { email, authHash: await hashAuthKey(authKey) } });
  const expiresAt = new Date(Date.now() + day);
  const session = await prisma().authSession.create({ data: { personId, device: "A test", expiresAt } });
  return { personId, sessionId: session.id, name, email };
};

describe("after an unlink", () => {
  it("both read for 30 days what was there, and then each their own words alone", async () => {
    const { a, mara, sam, checkInId } = await addBothWrote();
    await unlink(a);
    await passDays(a, 29.9);
    for (const person of [mara, sam]) {
      expect(await read(person, checkInId)).toContain(`cpiece-a-${checkInId}`);
      expect(await read(person, checkInId)).toContain(`creflection-b-${checkInId}`);
    }
    await passDays(a, 30.1);
    const [forMara, forSam] = [await read(mara, checkInId), await read(sam, checkInId)];
    expect(forMara).toContain(`cpiece-a-${checkInId}`);
    expect(forMara).not.toContain(`creflection-b-${checkInId}`);
    expect(forSam).toContain(`creflection-b-${checkInId}`);
    expect(forSam).not.toContain(`cpiece-a-${checkInId}`);
    expect(forSam).toContain('"gone":"notLeft"');
  });

  it("words that were left stay for the other, chosen with the unlink or in the days after it, and not later", async () => {
    const { a, mara, sam, checkInId } = await addBothWrote();
    await unlink(a, true);
    expect(await leaveWords(await formerOf(sam), true)).toEqual({ ok: true, value: null });
    expect(await leaveWords(await formerOf(sam), false)).toEqual({ ok: true, value: null });
    await passDays(a, 31);
    expect(await read(sam, checkInId)).toContain(`cpiece-a-${checkInId}`);
    expect(await read(mara, checkInId)).not.toContain(`creflection-b-${checkInId}`);
    expect(await leaveWords(await formerOf(sam), true)).toEqual({ ok: false, refusal: "over" });
  });

  it("nobody else reads it, and the living couple is no former one", async () => {
    const { a, mara, checkInId } = await addBothWrote();
    expect(await listFormerPartnerships(mara.personId)).toEqual([]);
    await unlink(a);
    const other = await addBothWrote();
    await unlink(other.a);
    expect(await readFormer(await formerOf(other.mara), checkInId)).toBeNull();
    expect(await findFormerOf(other.mara.personId, checkInId)).toBeNull();
    expect((await findFormerOf(mara.personId, checkInId))?.coupleId).toBe(a.coupleId);
  });

  it("both can link anew within the days, under another key, and still read what was", async () => {
    const { a, mara, sam, checkInId } = await addBothWrote();
    await unlink(a);
    expect((await acceptByLink(sam, await invite(mara))).ok).toBe(true);
    const anew = await findPartner(mara.personId);
    expect(anew?.coupleId).not.toBe(a.coupleId);
    expect(await read(sam, checkInId)).toContain(`cpiece-a-${checkInId}`);
    const copies = await prisma().partner.findMany({ where: { personId: mara.personId } });
    expect(new Set(copies.map(({ sealedCoupleKey }) => sealedCoupleKey)).size).toBe(2);
  });

  it("the nightly job erases what they shared, once, and a key with nothing left to open; own words stay", async () => {
    const { a, mara, sam, checkInId } = await addBothWrote();
    const { coupleId } = a;
    const agreed = { request: sealedOf("r"), answer: sealedOf("s"), agreedAt: new Date() };
    const made = { coupleId, id: randomUUID(), checkInId, asker: "A", answerCommandId: randomUUID() } as const;
    await prisma().agreement.create({ data: { ...made, ...agreed } });
    await prisma().loopLane.create({
      data: { coupleId, seat: "A", words: sealedOf("lane"), wordsId: randomUUID(), version: 1, changedAt: new Date() },
    });
    await eraseExpired();
    await unlink(a);
    await takeBack(await formerOf(sam), checkInId, null);
    expect((await eraseExpired()).couples).toBe(0);
    await passDays(a, 31);
    const nodes = await Promise.all([eraseExpired(), eraseExpired()]);
    expect(nodes.map(({ couples }) => couples).sort()).toEqual([0, 1]);
    expect(await prisma().agreement.count({ where: { coupleId } })).toBe(0);
    expect(await prisma().loopLane.count({ where: { coupleId } })).toBe(0);
    expect(await read(mara, checkInId)).toContain(`cpiece-a-${checkInId}`);
    expect(await listFormerPartnerships(sam.personId)).toEqual([]);
    const keys = await prisma().partner.findMany({ where: { coupleId }, orderBy: { seat: "asc" } });
    expect(keys.map(({ sealedCoupleKey }) => sealedCoupleKey === "")).toEqual([false, true]);
  });

  it("a couple goes later on too, when the last of its words are taken back", async () => {
    const { a, mara, sam, checkInId } = await addBothWrote();
    await unlink(a);
    await takeBack(await formerOf(sam), checkInId, null);
    await passDays(a, 31);
    await eraseExpired();
    await takeBack(await formerOf(mara), checkInId, null);
    await eraseExpired();
    expect(await listFormerPartnerships(mara.personId)).toEqual([]);
    expect(await listStored([a.coupleId])).toEqual([]);
  });

  it("a couple with nothing left to open goes altogether", async () => {
    const { a, mara, sam, checkInId } = await addBothWrote();
    await unlink(a);
    for (const person of [mara, sam]) await takeBack(await formerOf(person), checkInId, null);
    await passDays(a, 31);
    await eraseExpired();
    expect(await listStored([a.coupleId, checkInId])).toEqual([]);
  });
});

describe("deleting an account", () => {
  const nothingOf = async (person: { personId: PersonId; name: string }, { email, sessionId }: Actor) => {
    expect(await listStored([person.personId, email, person.name, sessionId])).toEqual([]);
  };

  it("takes every trace of the person out of every table, and leaves the other's own words", async () => {
    const table = await addBothWrote();
    const { mara, sam, checkInId, a } = table;
    await prisma().person.update({ where: { id: mara.personId }, data: { name: "Mara Unmistakable" } });
    const actor = await actorOf({ ...mara, name: "Mara Unmistakable" });
    const { personId, email } = actor;
    await prisma().usualHours.create({ data: { personId, zone: "UTC", hours: [], changedAt: new Date() } });
    await prisma().calendarFeed.create({ data: { personId, tokenHash: randomUUID() } });
    await prisma().noticeSettings.create({ data: { personId } });
    await prisma().pushSubscription.create({
      data: { personId, sessionId: actor.sessionId, endpoint: randomUUID(), p256dh: "", auth: "" },
    });
    await prisma().recoveryTicket.create({ data: { personId, tokenHash: randomUUID(), expiresAt: new Date() } });
    await prisma().archive.create({ data: { id: randomUUID(), personId, sealedKey: "k", parts: 1 } });
    await prisma().heldMail.create({ data: { to: email, subject: "A word", raw: `To: ${email}` } });
    const notice = {
      personId,
      channel: "mail",
      kind: "farewell",
      subject: "x",
      detail: {},
      dueAt: new Date(),
    } as const;
    await prisma().notice.create({ data: notice });
    expect(await deleteAccount(actor, { authKey, leavesWords: false }, "here")).toEqual({ ok: true, value: null });
    await nothingOf({ personId, name: "Mara Unmistakable" }, actor);
    expect((await prisma().notice.findMany({ where: { personId: sam.personId } })).map(({ kind }) => kind)).toContain(
      "farewell",
    );
    expect(await storedWords(table)).toEqual(["b"]);
    expect(await findPartner(sam.personId)).toBeNull();
    expect(await findFormerPartner(sam.personId)).toEqual({ name: null });
    const forSam = await read(sam, checkInId);
    expect(forSam).toContain(`creflection-b-${checkInId}`);
    expect(forSam).toContain('"gone":"notLeft"');
    expect((await formerOf(sam)).coupleId).toBe(a.coupleId);
  });

  it("leaves words that were left, for the other and beyond the 30 days", async () => {
    const table = await addBothWrote();
    const actor = await actorOf(table.mara);
    await deleteAccount(actor, { authKey, leavesWords: true }, "here");
    expect(await storedWords(table)).toEqual(["a", "b"]);
    await passDays(table.a, 40);
    await eraseExpired();
    expect(await read(table.sam, table.checkInId)).toContain(`cpiece-a-${table.checkInId}`);
  });

  it("needs the password, and changes nothing without it", async () => {
    const table = await addBothWrote();
    const actor = await actorOf(table.mara);
    const wrong = toBase64url(new Uint8Array(32).fill(8));
    expect(await deleteAccount(actor, { authKey: wrong, leavesWords: false }, "here")).toEqual({
      ok: false,
      refusal: "noMatch",
    });
    expect(await findPartner(table.mara.personId)).not.toBeNull();
    expect(await storedWords(table)).toEqual(["a", "b"]);
  });

  it("ends what runs, every session and the couple, and tells all of them", async () => {
    const table = await addBothWrote({ ends: false });
    const actor = await actorOf(table.mara);
    const told = await happeningsOf(() => deleteAccount(actor, { authKey, leavesWords: false }, "here"));
    const types = ["checkInChanged", "coupleUnlinked", "homeChanged", "sessionsEnded", "homeChanged"];
    expect(told.map(({ type }) => type)).toEqual(types);
    const checkIn = await prisma().checkIn.findUnique({ where: { id: table.checkInId } });
    expect(checkIn).toMatchObject({ status: "endedEarly", activeCoupleId: null });
  });

  it("by both, also at the same moment, leaves nothing of the two", async () => {
    for (let round = 0; round < 5; round++) {
      const { a, mara, sam, checkInId } = await addBothWrote();
      const actors = [await actorOf(mara), await actorOf(sam)];
      const done = await Promise.all(
        actors.map((actor) => deleteAccount(actor, { authKey, leavesWords: round % 2 === 0 }, "here")),
      );
      expect(done.every(({ ok }) => ok)).toBe(true);
      expect(await listStored([a.coupleId, checkInId, mara.personId, sam.personId])).toEqual([]);
    }
  });

  it("at the moment of linking: either first, never a couple with somebody who is gone", async () => {
    for (let round = 0; round < 8; round++) {
      const [ada, lee] = [await addPerson("Ada"), await addPerson("Lee")];
      const actor = await actorOf(ada);
      const invitation = await invite(ada);
      await Promise.all([acceptByLink(lee, invitation), deleteAccount(actor, { authKey, leavesWords: false }, "here")]);
      expect(await findPartner(lee.personId)).toBeNull();
      expect(await listStored([ada.personId])).toEqual([]);
    }
  });

  it("closes an invitation that others wait at, and tells them", async () => {
    const [ada, lee] = [await addPerson("Ada"), await addPerson("Lee")];
    const { id } = await invite(ada);
    await prisma().invitation.update({ where: { id }, data: { claimantId: lee.personId, claimedAt: new Date() } });
    const actor = await actorOf(ada);
    const happenings = await happeningsOf(() => deleteAccount(actor, { authKey, leavesWords: false }, "here"));
    const told = happenings.flatMap((happening) => (happening.type === "homeChanged" ? happening.personIds : []));
    expect(told).toEqual([lee.personId]);
    expect(await prisma().invitation.count({ where: { id } })).toBe(0);
  });
});
