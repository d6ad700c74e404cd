import { describe, expect, test } from "vitest";
import { randomBytes } from "@/lib/sealing/bytes";
import { type Argon2id, checkKdfParams, kdfDefaults, makeSalt, saltSchema, stretchPassword } from "@/lib/sealing/kdf";
import { authKeySchema, deriveAccountKeys } from "@/lib/sealing/keys";

const echo: Argon2id = async ({ password }) => password;

describe("Argon2id settings", () => {
  test.each([
    ["the defaults", kdfDefaults, { ok: true, value: kdfDefaults }],
    ["19 MiB", { ...kdfDefaults, memoryKib: 19 * 1024, iterations: 2 }, { ok: true }],
    ["less than 19 MiB", { ...kdfDefaults, memoryKib: 19 * 1024 - 1 }, { ok: false, refusal: "tooWeak" }],
    ["one pass", { ...kdfDefaults, iterations: 1 }, { ok: false, refusal: "tooWeak" }],
    [
      "weak and heavy at once",
      { ...kdfDefaults, memoryKib: 2 ** 30, iterations: 1 },
      { ok: false, refusal: "tooWeak" },
    ],
    ["more than 1 GiB", { ...kdfDefaults, memoryKib: 1024 * 1024 + 1 }, { ok: false, refusal: "tooHeavy" }],
    ["a thousand passes", { ...kdfDefaults, iterations: 1000 }, { ok: false, refusal: "tooHeavy" }],
    ["half a pass more", { ...kdfDefaults, iterations: 2.5 }, { ok: false, refusal: "invalid" }],
    ["no number", { ...kdfDefaults, memoryKib: Number.NaN }, { ok: false, refusal: "invalid" }],
  ])("are looked at before they are used: %s", (_, params, expected) => {
    expect(checkKdfParams(params)).toMatchObject(expected);
  });

  test("that are weak never reach the password", async () => {
    const never: Argon2id = () => Promise.reject(new Error("it was run"));
    const weak = { ...kdfDefaults, memoryKib: 8 };
    expect(await stretchPassword(never, "a long pass phrase", makeSalt(), weak)).toEqual({
      ok: false,
      refusal: "tooWeak",
    });
    expect(await stretchPassword(never, "a long pass phrase", "c2hvcnQ", kdfDefaults)).toEqual({
      ok: false,
      refusal: "invalid",
    });
  });

  test("take a password however the keyboard spelled it, and keep its blanks", async () => {
    const composed = await stretchPassword(echo, " \u00c5ngstr\u00f6m ", makeSalt(), kdfDefaults);
    const decomposed = await stretchPassword(echo, " A\u030angstro\u0308m ", makeSalt(), kdfDefaults);
    expect(composed).toEqual(decomposed);
    expect(composed).toEqual({ ok: true, value: new TextEncoder().encode(" \u00c5ngstr\u00f6m ") });
  });
});

describe("account keys", () => {
  test("have shapes that a server can check", async () => {
    expect(saltSchema.safeParse(makeSalt()).success).toBe(true);
    expect(saltSchema.safeParse("short").success).toBe(false);
    expect(authKeySchema.safeParse((await deriveAccountKeys(randomBytes(32))).authKey).success).toBe(true);
    expect(authKeySchema.safeParse("my password").success).toBe(false);
  });

  test("are made of a whole master key or not at all", async () => {
    await expect(deriveAccountKeys(randomBytes(31))).rejects.toThrow(RangeError);
  });
});
