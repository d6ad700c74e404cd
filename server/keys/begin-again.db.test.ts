import { beforeAll, describe, expect, it } from "vitest";
import type { CoupleId } from "@/lib/ids";
import { makeCoupleKey, openSealedCoupleKey, sealCoupleKeyTo } from "@/lib/sealing/couple-key";
import type { Identity } from "@/lib/sealing/identity";
import { openTestDatabase } from "@/server/database/test-database";
import { askForKey, beginAgain, findKeyStanding, takeKey } from "@/server/keys/let-in";
import { addTwo, copyOf, loseKeys, noticesOf } from "@/server/keys/test-kit";

openTestDatabase();

beforeAll(() => {
  process.env.NEXTAUTH_SECRET = "a secret of at least thirty-two characters";
});

const done = { ok: true, value: null };

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
