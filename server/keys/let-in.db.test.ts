import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { commandIdSchema, proposalIdSchema } from "@/lib/ids";
import { makeCoupleKey, openSealedCoupleKey, sealCoupleKeyTo } from "@/lib/sealing/couple-key";
import { makeIdentity } from "@/lib/sealing/identity";
import { openCheckIn } from "@/server/check-ins/service";
import { unlink } from "@/server/couples/service";
import { prisma } from "@/server/database/client";
import { openTestDatabase } from "@/server/database/test-database";
import { askForKey, findKeyStanding, giveKey, stopAskingForKey, takeKey, turnAway } from "@/server/keys/let-in";
import { addTwo, copyOf, loseKeys, noticesOf } from "@/server/keys/test-kit";
import { propose } from "@/server/plans/proposals";

openTestDatabase();

beforeAll(() => {
  process.env.NEXTAUTH_SECRET = "a secret of at least thirty-two characters";
});

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

describe("somebody whose words are shut", () => {
  it("opens no check-in and asks for none, by whatever way, until they are let back in", async () => {
    const { sam, seats } = await addTwo();
    const asked = { guideId: "standard", mode: "written", commandId: commandIdSchema.parse(randomUUID()) } as const;
    const proposal = {
      proposalId: proposalIdSchema.parse(randomUUID()),
      guideId: "standard",
      minutes: 30,
      zone: "UTC",
      times: [],
      words: null,
      counterOf: null,
    };
    await loseKeys(sam);
    expect(await openCheckIn(seats[1], asked)).toEqual({ ok: false, refusal: "wordsShut" });
    expect(await propose(seats[1], proposal)).toEqual({ ok: false, refusal: "wordsShut" });
    expect(await prisma().checkIn.count({ where: { coupleId: seats[1].coupleId } })).toBe(0);
    // Whoever has the key may begin: the other's words do not hold them up.
    expect(await openCheckIn(seats[0], asked)).toMatchObject({ ok: true });
  });
});
