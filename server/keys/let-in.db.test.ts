import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { type CoupleId, commandIdSchema, proposalIdSchema } from "@/lib/ids";
import { makeCoupleKey, openSealedCoupleKey, sealCoupleKeyTo } from "@/lib/sealing/couple-key";
import { type Identity, makeIdentity } from "@/lib/sealing/identity";
import { openCheckIn } from "@/server/check-ins/service";
import { findPartner, type Partnership, unlink } from "@/server/couples/service";
import { acceptByLink, invite } from "@/server/couples/test-people";
import { prisma } from "@/server/database/client";
import { openTestDatabase } from "@/server/database/test-database";
import {
  askForKey,
  beginAgain,
  findKeyStanding,
  giveKey,
  stopAskingForKey,
  takeKey,
  turnAway,
} from "@/server/keys/let-in";
import { openTicket, recoverAnew } from "@/server/keys/recovery";
import { recoveryToken } from "@/server/keys/recovery-token";
import { addAccount, from, makeCode, makePassword, type TestAccount } from "@/server/keys/test-kit";
import { propose } from "@/server/plans/proposals";

openTestDatabase();
beforeAll(() => {
  process.env.NEXTAUTH_SECRET = "a secret of at least thirty-two characters";
});

type Two = { mara: TestAccount; sam: TestAccount; seats: [Partnership, Partnership]; coupleId: CoupleId };

async function addTwo(): Promise<Two> {
  const [mara, sam] = [await addAccount("Mara"), await addAccount("Sam")];
  const joined = await acceptByLink({ ...sam, name: "Sam" }, await invite({ ...mara, name: "Mara" }));
  const seats = [await findPartner(mara.personId), await findPartner(sam.personId)] as const;
  if (!joined.ok || seats[0] === null || seats[1] === null) throw new Error("not linked");
  return { mara, sam, seats: [seats[0], seats[1]], coupleId: joined.value.coupleId };
}

/** Recovers without the code. @returns the new pair */
async function loseKeys(account: TestAccount, publicKeyBefore = account.identity.publicKey): Promise<Identity> {
  const fresh = await makeIdentity();
  const { publicKey } = fresh;
  const token = recoveryToken(await openTicket(account.personId));
  const keys = { ...(await makePassword(fresh)), privateKeyByRecoveryCode: await makeCode(fresh) };
  const done = await recoverAnew({ ...keys, token, publicKey, publicKeyBefore }, from());
  if (!done.ok) throw new Error(done.refusal);
  return fresh;
}

const copyOf = async ({ coupleId, personId }: Partnership) =>
  (await prisma().partner.findFirstOrThrow({ where: { coupleId, personId } })).sealedCoupleKey;
const noticesOf = async (personId: string, kind: string) => prisma().notice.count({ where: { personId, kind } });
const done = { ok: true, value: null };

describe("letting a partner back in", () => {
  it("hands the very couple key to the new pair, and ends with a copy that they sealed to themselves", async () => {
    const { mara, sam, seats, coupleId } = await addTwo();
    const [ofMara, ofSam] = seats;
    const fresh = await loseKeys(sam);
    expect(await copyOf(ofSam)).toBe("");
    expect(await findKeyStanding(ofSam)).toMatchObject({ lost: true, theirsLost: false, asked: null });

    expect(await askForKey(ofSam, { publicKey: fresh.publicKey })).toEqual(done);
    expect(await findKeyStanding(ofMara)).toEqual({
      own: mara.identity.publicKey,
      theirs: fresh.publicKey,
      lost: false,
      theirsLost: true,
      asked: null,
      asks: { answered: false },
    });
    const raw = makeCoupleKey();
    const sealedKey = await sealCoupleKeyTo(fresh.publicKey, raw, coupleId, mara.identity);
    const { publicKey } = fresh;
    expect(await giveKey(ofMara, { publicKey, ownPublicKey: mara.identity.publicKey, sealedKey })).toEqual(done);

    const standing = await findKeyStanding(ofSam);
    expect(standing?.asked).toEqual({ sealedKey });
    expect(await openSealedCoupleKey(fresh, sealedKey, coupleId, standing?.theirs ?? "")).toEqual({
      ok: true,
      value: raw,
    });
    const sealedCoupleKey = await sealCoupleKeyTo(publicKey, raw, coupleId, fresh);
    const taken = { publicKey, sealedKey, sealedCoupleKey };
    expect(await takeKey(ofSam, taken)).toEqual(done);
    // Its answer was lost on the way.
    expect(await takeKey(ofSam, taken)).toEqual(done);
    expect(await copyOf(ofSam)).toBe(sealedCoupleKey);
    expect(await findKeyStanding(ofSam)).toMatchObject({ lost: false, asked: null });
    expect(await findKeyStanding(ofMara)).toMatchObject({ asks: null });
    expect(await noticesOf(mara.personId, "keyRequested")).toBeGreaterThan(0);
    expect(await noticesOf(sam.personId, "letBackIn")).toBeGreaterThan(0);
  });

  it("asks once however often it is pressed, and not at all once it is taken back", async () => {
    const { sam, mara, seats } = await addTwo();
    const { publicKey } = await loseKeys(sam);
    await Promise.all(Array.from({ length: 4 }, () => askForKey(seats[1], { publicKey })));
    expect(
      await prisma().notice.findMany({ where: { personId: mara.personId, kind: "keyRequested", channel: "mail" } }),
    ).toHaveLength(1);
    expect(await stopAskingForKey(seats[1])).toEqual(done);
    expect(await stopAskingForKey(seats[1])).toEqual(done);
    expect(await findKeyStanding(seats[0])).toMatchObject({ asks: null });
  });

  it("takes no question for a key that the account does not have", async () => {
    const { seats } = await addTwo();
    const { publicKey } = await makeIdentity();
    expect(await askForKey(seats[1], { publicKey })).toEqual({ ok: false, refusal: "changedMeanwhile" });
  });

  it("gives nothing to another key than the words were compared for", async () => {
    const { mara, sam, seats, coupleId } = await addTwo();
    const first = await loseKeys(sam);
    await askForKey(seats[1], { publicKey: first.publicKey });
    const sealedKey = await sealCoupleKeyTo(first.publicKey, makeCoupleKey(), coupleId, mara.identity);
    const second = await loseKeys(sam, first.publicKey);
    await askForKey(seats[1], { publicKey: second.publicKey });
    const given = { publicKey: first.publicKey, ownPublicKey: mara.identity.publicKey, sealedKey };
    expect(await giveKey(seats[0], given)).toEqual({ ok: false, refusal: "askerChanged" });
    expect(await findKeyStanding(seats[1])).toMatchObject({ asked: { sealedKey: null } });
  });

  it("keeps nothing that was handed over for a key that is given up at the same moment", async () => {
    const { mara, sam, seats, coupleId } = await addTwo();
    const first = await loseKeys(sam);
    await askForKey(seats[1], { publicKey: first.publicKey });
    const sealedKey = await sealCoupleKeyTo(first.publicKey, makeCoupleKey(), coupleId, mara.identity);
    const given = { publicKey: first.publicKey, ownPublicKey: mara.identity.publicKey, sealedKey };
    await Promise.all([giveKey(seats[0], given), loseKeys(sam, first.publicKey)]);
    expect(await prisma().keyRequest.count({ where: { coupleId } })).toBe(0);
  });

  it("takes back what was handed over from keys that their giver has lost since", async () => {
    const { mara, sam, seats, coupleId } = await addTwo();
    const { publicKey } = await loseKeys(sam);
    await askForKey(seats[1], { publicKey });
    const sealedKey = await sealCoupleKeyTo(publicKey, makeCoupleKey(), coupleId, mara.identity);
    await giveKey(seats[0], { publicKey, ownPublicKey: mara.identity.publicKey, sealedKey });
    await loseKeys(mara);
    expect(await findKeyStanding(seats[1])).toMatchObject({ lost: true, theirsLost: true, asked: { sealedKey: null } });
    const anything = await sealCoupleKeyTo(publicKey, makeCoupleKey(), coupleId, sam.identity);
    expect(await takeKey(seats[1], { publicKey, sealedKey, sealedCoupleKey: anything })).toEqual({
      ok: false,
      refusal: "notGiven",
    });
    const stale = { publicKey, ownPublicKey: mara.identity.publicKey, sealedKey };
    expect(await giveKey(seats[0], stale)).toEqual({ ok: false, refusal: "changedMeanwhile" });
  });

  it("ends with the question when the words differ", async () => {
    const { sam, seats } = await addTwo();
    const { publicKey } = await loseKeys(sam);
    await askForKey(seats[1], { publicKey });
    expect(await turnAway(seats[0], { publicKey })).toEqual(done);
    expect(await findKeyStanding(seats[1])).toMatchObject({ asked: null });
    expect(await turnAway(seats[0], { publicKey })).toEqual({ ok: false, refusal: "askerChanged" });
  });

  it("is over for two who are not linked any more", async () => {
    const { mara, sam, seats, coupleId } = await addTwo();
    const { publicKey } = await loseKeys(sam);
    await askForKey(seats[1], { publicKey });
    await unlink(seats[0]);
    const refusal = { ok: false, refusal: "notLinked" };
    const sealedKey = await sealCoupleKeyTo(publicKey, makeCoupleKey(), coupleId, mara.identity);
    expect(await giveKey(seats[0], { publicKey, ownPublicKey: mara.identity.publicKey, sealedKey })).toEqual(refusal);
    expect(await askForKey(seats[1], { publicKey })).toEqual(refusal);
    expect(await takeKey(seats[1], { publicKey, sealedKey, sealedCoupleKey: sealedKey })).toEqual(refusal);
    expect(await findKeyStanding(seats[1])).toBeNull();
  });
});

/** @returns what the one who says yes sends: a new key, sealed to both */
async function newKeyFor(coupleId: CoupleId, giver: Identity, publicKey: string) {
  const raw = makeCoupleKey();
  const sealedKey = await sealCoupleKeyTo(publicKey, raw, coupleId, giver);
  const sealedCoupleKey = await sealCoupleKeyTo(giver.publicKey, raw, coupleId, giver);
  return { publicKey, ownPublicKey: giver.publicKey, sealedKey, sealedCoupleKey };
}

describe("beginning again with a new key", () => {
  it("takes two yeses, and gives both the very key that the second one's device made", async () => {
    const { mara, sam, seats, coupleId } = await addTwo();
    const [ofMara, ofSam] = seats;
    const [maras, sams] = [await loseKeys(mara), await loseKeys(sam)];
    expect(await findKeyStanding(ofSam)).toMatchObject({ lost: true, theirsLost: true, asked: null, asks: null });
    const made = await newKeyFor(coupleId, maras, sams.publicKey);
    // Nobody has asked: one yes alone makes nothing.
    expect(await beginAgain(ofMara, made)).toEqual({ ok: false, refusal: "askerChanged" });
    expect(await copyOf(ofMara)).toBe("");

    await askForKey(ofSam, { publicKey: sams.publicKey });
    await askForKey(ofMara, { publicKey: maras.publicKey });
    expect(await beginAgain(ofMara, made)).toEqual(done);
    // Its answer was lost on the way.
    expect(await beginAgain(ofMara, made)).toEqual(done);
    expect(await copyOf(ofMara)).toBe(made.sealedCoupleKey);
    expect(await findKeyStanding(ofMara)).toMatchObject({ lost: false, theirsLost: true, asked: null });
    const { sealedKey, publicKey } = made;
    const opened = await openSealedCoupleKey(sams, sealedKey, coupleId, maras.publicKey);
    if (!opened.ok) throw new Error(opened.refusal);
    const sealedCoupleKey = await sealCoupleKeyTo(publicKey, opened.value, coupleId, sams);
    expect(await takeKey(ofSam, { publicKey, sealedKey, sealedCoupleKey })).toEqual(done);
    expect(await findKeyStanding(ofSam)).toMatchObject({ lost: false, theirsLost: false, asked: null, asks: null });
    expect(await noticesOf(sam.personId, "letBackIn")).toBeGreaterThan(0);
  });

  it("makes one key of two yeses at the same moment", async () => {
    const { mara, sam, seats, coupleId } = await addTwo();
    const [maras, sams] = [await loseKeys(mara), await loseKeys(sam)];
    await askForKey(seats[0], { publicKey: maras.publicKey });
    await askForKey(seats[1], { publicKey: sams.publicKey });
    const answers = await Promise.all([
      beginAgain(seats[0], await newKeyFor(coupleId, maras, sams.publicKey)),
      beginAgain(seats[1], await newKeyFor(coupleId, sams, maras.publicKey)),
    ]);
    expect(answers).toContainEqual(done);
    expect(answers).toContainEqual({ ok: false, refusal: "notBothLost" });
    expect([await copyOf(seats[0]), await copyOf(seats[1])].filter((copy) => copy === "")).toHaveLength(1);
  });

  it("never takes the place of a copy that somebody still has", async () => {
    const { mara, sam, seats, coupleId } = await addTwo();
    const sams = await loseKeys(sam);
    await askForKey(seats[1], { publicKey: sams.publicKey });
    const before = await copyOf(seats[0]);
    const made = await newKeyFor(coupleId, mara.identity, sams.publicKey);
    expect(await beginAgain(seats[0], made)).toEqual({ ok: false, refusal: "notBothLost" });
    expect(await copyOf(seats[0])).toBe(before);
    expect(await findKeyStanding(seats[1])).toMatchObject({ asked: { sealedKey: null } });
  });
});

describe("somebody whose words are shut", () => {
  it("opens no check-in and asks for none, by whatever way, until they are let back in", async () => {
    const { sam, seats } = await addTwo();
    const asked = { guideId: "standard", mode: "written", commandId: commandIdSchema.parse(randomUUID()) } as const;
    const proposal = {
      ...{ proposalId: proposalIdSchema.parse(randomUUID()), guideId: "standard", minutes: 30, zone: "UTC" },
      ...{ times: [], words: null, counterOf: null },
    };
    await loseKeys(sam);
    expect(await openCheckIn(seats[1], asked)).toEqual({ ok: false, refusal: "wordsShut" });
    expect(await propose(seats[1], proposal)).toEqual({ ok: false, refusal: "wordsShut" });
    expect(await prisma().checkIn.count({ where: { coupleId: seats[1].coupleId } })).toBe(0);
    // Whoever has the key may begin: the other's words do not hold them up.
    expect(await openCheckIn(seats[0], asked)).toMatchObject({ ok: true });
  });
});
