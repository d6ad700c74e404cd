import { hkdfSync, pbkdf2Sync } from "node:crypto";
import { hashRaw } from "@node-rs/argon2";
import { wordlist } from "@scure/bip39/wordlists/english.js";
import { argon2id } from "hash-wasm";
import { describe, expect, test } from "vitest";
import { checkInIdSchema, commandIdSchema, coupleIdSchema } from "@/lib/ids";
import { fromBase64url, joinBytes, toBase64url, utf8 } from "@/lib/sealing/bytes";
import { contents } from "@/lib/sealing/contents";
import { additionalData, type SealContext } from "@/lib/sealing/context";
import { importCoupleKey, openSealedCoupleKey, unwrapCoupleKeyWithSecret } from "@/lib/sealing/couple-key";
import { hkdfBytes } from "@/lib/sealing/hkdf";
import { unwrapPrivateKey } from "@/lib/sealing/identity";
import { hashInvitationProof, invitationProof } from "@/lib/sealing/invitation-proof";
import { type Argon2id, kdfDefaults, normalisePassword, stretchPassword } from "@/lib/sealing/kdf";
import { deriveAccountKeys } from "@/lib/sealing/keys";
import { open } from "@/lib/sealing/open";
import { deriveRecoveryKey, formatRecoveryCode, parseRecoveryCode } from "@/lib/sealing/recovery";
import { sixWords } from "@/lib/sealing/six-words";

// Made once and kept: if one of these fails, a new version would lock people out of their words. Mend the code, not the vector.

const counting = (length: number) => Uint8Array.from({ length }, (_, i) => i);
const hex = (text: string) => Uint8Array.from(text.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));

const coupleId = coupleIdSchema.parse("0190a1b2-0000-7000-8000-00000000c0de");
const anna = "BDkjnqx2KWZ43mjwxdmxpf86jLl95FRWtBqMfVCscBo0IIekQNcRLoM0W1Z_KLVuK5vZSYDoqGAZg8TpjMwc0Mc";
const ben = "BJZjMMXXOT51jfyxXLD4mad1CNWQVR7Ea6Sucrn7kmuAyydtC-l6nxXrDzTthpwVoXI1j57RpsS7k-wXgVkArhk";
const annaByPassword =
  '{"v":1,"n":"0wJiw8_zuaXUnJRA","c":"pt368fJ-EQ_ZIeHKouY1K0eUpMFr1gQH8Ldp_f6B2u4dfOegoduG3HaYgyamTe8r53emw_t7addNCn3ZpuBP6u0g3mddsdXhZmTag44rguDf3TScftpAMBjDLImYW0qFO1m_mnQ0k7tnhgUM5PU4_ntyYTNeqzlhpXbhPT3jR2RBDIbNw_ksApdzsjb0PwG1rT-80XHPk2d9bA"}';
const annaByRecoveryCode =
  '{"v":1,"n":"2p6wW2b1OX6kDTvL","c":"As2O-y9kNMIZBwNupJIfkOGryHFI2Pkziqc9njE_eIFHW1Vx50vYjkfr3HSDW3VzaAls_dnotl3MTosILXPBC_y0mldmAfP19-Mv_gkFJMZfeJ8NW4Vm93_5yTbcJJDpvgX76N0d6jWoq6jFs5GZ7dHqMBepZ_u_9J2ZkOIhKCnxq0Z-_hcPzjm1KOu3mlpf_O9lSgnIa1xXQw"}';
const benByPassword =
  '{"v":1,"n":"WlUz6YwPi0IHoYky","c":"4cb9QEi_V7OVSKdQ4dHOk2yEsiAopau8zGZDARsPYKL-nUkodDb45UpCdtU_Zgq0w485RII_Hq8_pawwQMksWR61eToi1csMmfdnwO5ech6-YddSAMS1gypHGL2SXR4pd55lQdU6tgzJ5ZB0kvzJn6lUQf2L2cSOkVQM6ZTjh_KcLr8jX86jEVVtZdOjUxq5TFK3Vz_CPGrjFw"}';
const annaToAnna =
  '{"v":1,"n":"KUMqTnEwtdzV7Bj-","c":"e7E2EyYqGRgZJsvqDu7GGrdSmBAGUH6u2jCm-vIKjhWdmUrtxptAaFmNoUv-SOin","e":"BKwQ3c2cOhJFSUPFtOR99KPLtaddpJkpkqfCOP2DEyiwydCGmxw3MP87qcozmcXwlERdC5ks872UU2sbVjVZNsU"}';
const annaToBen =
  '{"v":1,"n":"qbwQc07degRrpyF2","c":"LfLPRLiywg3ZOa5wK0Tn15NeHj0tIxLE5gqdYki3N_jw_HG-do4a1qvsawFhK4aF","e":"BNXe8GZz9_XVdlOWUVjh3psQ4QPTtF7K5aBEwsPPmW5LOqQf7NmmOxrXhQXSFUtqaku0WfHj3yYgCQVfgt1Zcgg"}';
const byInvitationSecret =
  '{"v":1,"n":"OJoXgnZRFFsQTMAV","c":"KvgkhMt48DURfXI9nkNZ19WX3q3dMpnWXGketW59BuKQEo524Fv9l5XFVZI0Lx_E"}';
const piece = {
  v: 1,
  n: "CQcoKHDecxlme5oV",
  c: "drMTJW0Xa4KEwqZq9GWLWfgSenwlgsY1fNf-YYIpFZ_fmO26WEJGCa8MphBsYMH19nu9J-0ohQCpMcjuLhISOalVBY1bQ4xCTV3LlJO-WVHG5MTV0AS64hP8fXN6IOCnepx2Kekga147v3rh8EDQP-EEiWid9Z1Klehww-pN79eWweabHbyO7k44dT7zvM7T4UU0m0f1ZuE34f6H6AIMUeuR7hwXZtPEu8fQ4VEjGglKmcQCbghi2uJs1sm6ZJ6B-QsgmyMNYgkCbu119GIBxEYNSvHmkt4t8b4bqdXfP3yqURPlu7QQ5rfvRpFDxMnnA2j5J2oWHdfRW6OXkIV_HNHQPd77pSgx31cDsT_h1F0",
};
const pieceContext: SealContext = {
  coupleId,
  checkInId: checkInIdSchema.parse("0190a1b2-0000-7000-8000-0000000000c1"),
  kind: "piece",
  authorSeat: "A",
  commandId: commandIdSchema.parse("0190a1b2-0000-7000-8000-0000000000d1"),
};

const byHashWasm: Argon2id = ({ memoryKib, ...input }) =>
  argon2id({ ...input, memorySize: memoryKib, hashLength: 32, outputType: "binary" });
const wrapKeyOfVectors = async () => (await deriveAccountKeys(counting(32))).wrapKey;

async function identityOf(publicKey: string, wrapped: string) {
  const opened = await unwrapPrivateKey(await wrapKeyOfVectors(), wrapped, publicKey);
  if (!opened.ok) throw new Error("the vector's private key did not open");
  return opened.value;
}

describe("what was sealed by the first version opens in this one", () => {
  test("a password makes the same master key, here and in another program", async () => {
    const salt = toBase64url(counting(16));
    const password = "Grüße, Ångström 12";
    const stretched = await stretchPassword(byHashWasm, password, salt, kdfDefaults);
    expect(stretched.ok && toBase64url(stretched.value)).toBe("pRBbTMOxUNaa1Im6AmBgHvPifIcd0Arxxt0W_P6SpHc");
    const other = await hashRaw(utf8(normalisePassword(password)), {
      algorithm: 2,
      memoryCost: 65536,
      timeCost: 3,
      parallelism: 1,
      outputLen: 32,
      salt: counting(16),
    });
    expect(toBase64url(other)).toBe("pRBbTMOxUNaa1Im6AmBgHvPifIcd0Arxxt0W_P6SpHc");
  });

  test("HKDF gives RFC 5869's third vector", async () => {
    expect(await hkdfBytes(new Uint8Array(22).fill(0x0b), "", 42)).toEqual(
      hex("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"),
    );
  });

  test("a master key makes the same authKey, here and in another program", async () => {
    const { authKey } = await deriveAccountKeys(counting(32));
    expect(authKey).toBe("4GxM8mOSSagVfDoyCbyodcBOO3hKz8cQYCWQajb-_y4");
    expect(authKey).toBe(
      toBase64url(new Uint8Array(hkdfSync("sha256", counting(32), new Uint8Array(0), "heard/auth/v1", 32))),
    );
  });

  test("a private key opens by password", async () => {
    const opened = await unwrapPrivateKey(await wrapKeyOfVectors(), annaByPassword, anna);
    expect(opened).toMatchObject({ ok: true, value: { publicKey: anna } });
  });

  test("a private key opens by recovery code", async () => {
    expect(formatRecoveryCode(counting(16))).toBe("000G-40R4-0M30E-2091-85GR-38E1Z");
    const parsed = parseRecoveryCode("000g 4or4 om30e-2o9l-85gr-38e1z");
    if (!parsed.ok) throw new Error(parsed.refusal);
    const opened = await unwrapPrivateKey(await deriveRecoveryKey(parsed.value), annaByRecoveryCode, anna);
    expect(opened).toMatchObject({ ok: true, value: { publicKey: anna } });
  });

  test("a couple key opens from one's own copy", async () => {
    const opened = await openSealedCoupleKey(await identityOf(anna, annaByPassword), annaToAnna, coupleId, anna);
    expect(opened).toEqual({ ok: true, value: counting(32) });
  });

  test("a couple key opens from the partner's hand", async () => {
    const opened = await openSealedCoupleKey(await identityOf(ben, benByPassword), annaToBen, coupleId, anna);
    expect(opened).toEqual({ ok: true, value: counting(32) });
  });

  test("a couple key opens by an invitation's secret", async () => {
    const opened = await unwrapCoupleKeyWithSecret(counting(16), byInvitationSecret, coupleId);
    expect(opened).toEqual({ ok: true, value: counting(32) });
  });

  test("an invitation's secret makes the same proof", async () => {
    const proof = await invitationProof(counting(16));
    expect(proof).toBe("kVnW_ikhdh4mr0vBqJlqohrBdnlX3o4XVi9YMnoTSFM");
    expect(await hashInvitationProof(proof)).toBe("ihXoDUuN0ZMEniaQpf-yg6nvKptqvdhhMvI3bLcaOl8");
  });

  test("sealed words open", async () => {
    const opened = await open(await importCoupleKey(counting(32)), pieceContext, piece, contents.piece);
    expect(opened).toEqual({
      ok: true,
      value: {
        feelings: [{ word: "tender", strength: "very" }],
        moment: "When the door closed.",
        opening: "Würdest du es hören?",
      },
    });
  });

  test("the additional data is spelled as it was", () => {
    expect(new TextDecoder().decode(additionalData(pieceContext) ?? undefined)).toBe(
      "heard|v1|0190a1b2-0000-7000-8000-00000000c0de|0190a1b2-0000-7000-8000-0000000000c1|piece|A|0190a1b2-0000-7000-8000-0000000000d1",
    );
  });

  test("two keys give the same six words, here and in another program", async () => {
    const words = await sixWords({ about: coupleId, inviterPublicKey: anna, claimantPublicKey: ben });
    expect(words).toEqual(["omit", "grid", "pond", "song", "jungle", "worry"]);
    const points = joinBytes(fromBase64url(anna) ?? hex(""), fromBase64url(ben) ?? hex(""));
    const bits = [...pbkdf2Sync(points, `heard/six-words/v1|${coupleId}`, 200_000, 9, "sha256")]
      .map((byte) => byte.toString(2).padStart(8, "0"))
      .join("");
    const again = [0, 1, 2, 3, 4, 5].map((i) => wordlist[Number.parseInt(bits.slice(i * 11, i * 11 + 11), 2)]);
    expect(again).toEqual(words);
  });
});
