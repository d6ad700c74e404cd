import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coupleIdSchema, invitationIdSchema } from "@/lib/ids";
import { type Bytes, fromBase64url, toBase64url } from "@/lib/sealing/bytes";
import { makeIdentity } from "@/lib/sealing/identity";
import {
  formatInvitationCode,
  invitationCodeFrom,
  makeInvitationCode,
  parseInvitationCode,
} from "@/lib/sealing/invitation-code";
import { formatInvitationSecret, makeInvitationSecret, parseInvitationSecret } from "@/lib/sealing/invitation-secret";
import { formatRecoveryCode, parseRecoveryCode } from "@/lib/sealing/recovery";
import { sixWords } from "@/lib/sealing/six-words";

const secrets = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes): Bytes => new Uint8Array(bytes));

describe("base64url", () => {
  test("has one spelling for one value", () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(fromBase64url(toBase64url(bytes))).toEqual(new Uint8Array(bytes));
      }),
    );
    for (const text of ["A", "AB=", "AB", "a+b/", "a b", "ü"]) expect(fromBase64url(text)).toBeNull();
  });
});

describe("a recovery code", () => {
  test("reads back, in small letters, without dashes and with letters that look like digits", () => {
    fc.assert(
      fc.property(secrets, (secret) => {
        const code = formatRecoveryCode(secret);
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-.{4}-.{5}-.{4}-.{4}-.{5}$/);
        const sloppy = ` ${code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l")}`;
        expect(parseRecoveryCode(code)).toEqual({ ok: true, value: secret });
        expect(parseRecoveryCode(sloppy)).toEqual({ ok: true, value: secret });
      }),
    );
  });

  test("notices about three of four slips by itself, and never takes a slip for the same code", () => {
    let noticed = 0;
    const code = formatRecoveryCode(Uint8Array.from({ length: 16 }, (_, i) => i * 7)).replaceAll("-", "");
    const slips = [...code].flatMap((letter, i) =>
      [..."0123456789ABCDEFGHJKMNPQRSTVWXYZ"]
        .filter((other) => other !== letter)
        .map((other) => parseRecoveryCode(code.slice(0, i) + other + code.slice(i + 1))),
    );
    for (const slip of slips) {
      if (slip.ok) expect(formatRecoveryCode(slip.value).replaceAll("-", "")).not.toBe(code);
      else noticed++;
    }
    expect(slips).toHaveLength(26 * 31);
    expect(noticed / slips.length).toBeGreaterThan(0.7);
  });

  test("that is too short, too long or has other letters is named so", () => {
    expect(parseRecoveryCode("0000")).toEqual({ ok: false, refusal: "wrongLength" });
    expect(parseRecoveryCode("0".repeat(27))).toEqual({ ok: false, refusal: "wrongLength" });
    expect(parseRecoveryCode("U".repeat(26))).toEqual({ ok: false, refusal: "unknownLetter" });
    expect(parseRecoveryCode("🫶")).toEqual({ ok: false, refusal: "unknownLetter" });
  });
});

describe("an invitation's code", () => {
  test("has eight letters that nobody misreads, and reads back however it is typed", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 64, maxLength: 64 }), (bytes) => {
        const code = invitationCodeFrom(bytes);
        fc.pre(code !== null);
        expect(code).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
        expect(parseInvitationCode(` ${formatInvitationCode(code).toLowerCase()} `)).toEqual({ ok: true, value: code });
      }),
    );
    expect(parseInvitationCode(makeInvitationCode()).ok).toBe(true);
  });

  test("is equally likely to have any letter at any place", () => {
    const all = Uint8Array.from({ length: 256 }, (_, i) => i);
    const codes = [...all].map((byte) => invitationCodeFrom(new Uint8Array(8).fill(byte)));
    const letters = codes.filter((code) => code !== null).map((code) => code.charAt(0));
    const counts = new Map(letters.map((letter) => [letter, letters.filter((other) => other === letter).length]));
    expect(counts.size).toBe(31);
    expect([...new Set(counts.values())]).toEqual([8]);
  });

  test("is refused by name when it is none", () => {
    expect(parseInvitationCode("ABCD-EFG")).toEqual({ ok: false, refusal: "wrongLength" });
    expect(parseInvitationCode("ABCD-EFG0")).toEqual({ ok: false, refusal: "unknownLetter" });
    expect(invitationCodeFrom(new Uint8Array(7))).toBeNull();
  });
});

describe("an invitation's secret", () => {
  test("comes back from the link's fragment", () => {
    const secret = makeInvitationSecret();
    expect(secret).toHaveLength(16);
    expect(parseInvitationSecret(`#${formatInvitationSecret(secret)}`)).toEqual({ ok: true, value: secret });
    for (const text of ["", "#", "#short", `#${formatInvitationSecret(secret)}A`])
      expect(parseInvitationSecret(text)).toEqual({ ok: false, refusal: "notASecret" });
  });
});

describe("six words", () => {
  test("differ when any key or the invitation is another", async () => {
    const about = invitationIdSchema.parse("0190a1b2-0000-7000-8000-000000000001");
    const [anna, ben, host] = [await makeIdentity(), await makeIdentity(), await makeIdentity()];
    const of = { about, inviterPublicKey: anna.publicKey, claimantPublicKey: ben.publicKey };
    const all = await Promise.all([
      sixWords(of),
      sixWords({ ...of, about: coupleIdSchema.parse("0190a1b2-0000-7000-8000-000000000002") }),
      sixWords({ ...of, claimantPublicKey: host.publicKey }),
      sixWords({ ...of, inviterPublicKey: host.publicKey }),
    ]);
    for (const words of all) expect(words.filter((word) => /^[a-z]{3,8}$/.test(word))).toHaveLength(6);
    expect(new Set(all.map((words) => words.join(" "))).size).toBe(4);
    await expect(sixWords({ ...of, claimantPublicKey: "nobody" })).rejects.toThrow(TypeError);
  });
});
