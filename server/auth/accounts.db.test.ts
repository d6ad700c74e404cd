import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { kdfDefaults } from "@/lib/sealing/kdf";
import { findActor } from "@/server/auth/actor";
import { signUpSchema } from "@/server/auth/schemas";
import { findSalt, loadOwnKeys, signUp, verifyCredentials } from "@/server/auth/service";
import { replaceSession } from "@/server/auth/sessions";
import { makeAccount } from "@/server/auth/test-kit";
import { prisma } from "@/server/database/client";
import { openTestDatabase } from "@/server/database/test-database";

const verify = vi.hoisted(() => vi.fn());
vi.mock("@node-rs/argon2", async (load) => {
  const argon2 = await load<typeof import("@node-rs/argon2")>();
  verify.mockImplementation(argon2.verify);
  return { ...argon2, verify };
});

openTestDatabase();
beforeAll(() => {
  process.env.NEXTAUTH_SECRET = "a secret of at least thirty-two characters";
});

let visitor = 0;
/** Each from a network address of its own, so that no test eats another's tries. */
const here = () => {
  visitor += 1;
  return `203.0.113.${visitor}`;
};

describe("an account", () => {
  it("is written whole, with nothing in it that a password could be learned from", async () => {
    const input = await makeAccount({ email: "Mara@Example.org ", name: "Mara" });
    const answer = await signUp(signUpSchema.parse(input), here());
    if (!answer.ok) throw new Error(answer.refusal);
    const row = await prisma().person.findUniqueOrThrow({ where: { id: answer.value.personId } });
    expect(row.email).toBe("mara@example.org");
    expect(row.authHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(JSON.stringify(row)).not.toContain(input.authKey);
  });

  it("is refused for an address that has one, in any spelling, and the first one stays as it was", async () => {
    const first = await makeAccount({ email: "sam@example.org", name: "Sam" });
    await signUp(signUpSchema.parse(first), here());
    const second = await makeAccount({ email: "SAM@example.org", name: "Someone" });
    expect(await signUp(signUpSchema.parse(second), here())).toEqual({ ok: false, refusal: "addressTaken" });
    expect(await prisma().person.findMany({ where: { email: "sam@example.org" }, select: { name: true } })).toEqual([
      { name: "Sam" },
    ]);
  });

  it("is made once when two pages ask for it at the same moment", async () => {
    const both = await Promise.all(
      ["Ada", "Ida"].map(async (name) =>
        signUp(signUpSchema.parse(await makeAccount({ email: "race@example.org", name })), here()),
      ),
    );
    expect(both.map((answer) => answer.ok).sort()).toEqual([false, true]);
    expect(await prisma().person.count({ where: { email: "race@example.org" } })).toBe(1);
  });

  it.each([
    ["a password in the clear", { password: "correct horse battery" }],
    ["a field that nobody asked for", { role: "admin" }],
    ["a salt that is too short", { salt: "c2hvcnQ" }],
    ["a derivation that is too weak", { kdf: { ...kdfDefaults, memoryKib: 1024 } }],
    ["an auth key of another length", { authKey: "c2hvcnQ" }],
    ["a private key that is not wrapped", { privateKeyByPassword: "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0" }],
    ["no agreement", { agreed: false }],
    ["a name with a NUL in it", { name: "Ma\u0000ra" }],
    ["a name of nothing", { name: "  " }],
    ["an address that is none", { email: "mara at example" }],
  ])("is refused with %s", async (_, change) => {
    const input = await makeAccount({ email: "strict@example.org", name: "Mara" });
    expect(signUpSchema.safeParse(input).success).toBe(true);
    expect(signUpSchema.safeParse({ ...input, ...change }).success).toBe(false);
  });

  it("asks a network address for patience after many in an hour", async () => {
    const from = here();
    const input = signUpSchema.parse(await makeAccount({ email: "many@example.org", name: "Many" }));
    const answers = [];
    for (let i = 0; i < 22; i += 1) answers.push(await signUp(input, from));
    expect(answers.at(-1)).toMatchObject({ ok: false, refusal: "tooManyTries", retryAfterSeconds: 30 });
    expect(await signUp(input, here())).toEqual({ ok: false, refusal: "addressTaken" });
  });
});

describe("the salt", () => {
  it("is the account's own for a known address", async () => {
    const input = await makeAccount({ email: "salted@example.org", name: "Salt" });
    await signUp(signUpSchema.parse(input), here());
    expect(await findSalt("salted@example.org", here())).toEqual({
      ok: true,
      value: { salt: input.salt, kdf: kdfDefaults },
    });
  });

  it("is made up for an unknown one: steady, its own for each, and of the same shape", async () => {
    const ask = async (email: string) => findSalt(email, here());
    const first = await ask("nobody@example.org");
    expect(await ask("nobody@example.org")).toEqual(first);
    expect(await ask("nobody2@example.org")).not.toEqual(first);
    if (!first.ok) throw new Error(first.refusal);
    expect(first.value.salt).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(first.value.kdf).toEqual(kdfDefaults);
  });
});

describe("signing in", () => {
  const email = "ines@example.org";
  let authKey: string;
  const wrong = `${"B".repeat(42)}A`;

  beforeAll(async () => {
    const input = await makeAccount({ email, name: "Ines" });
    authKey = input.authKey;
    await signUp(signUpSchema.parse(input), here());
  });
  beforeEach(() => {
    verify.mockClear();
  });
  afterEach(async () => {
    await prisma().rateLimit.deleteMany();
  });

  it("works with the right key", async () => {
    const answer = await verifyCredentials({ email, authKey }, here());
    expect(answer).toEqual({
      ok: true,
      value: {
        personId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        authHash: expect.stringMatching(/^\$argon2id\$/),
      },
    });
  });

  it("answers a wrong key and an unknown address with the same words, after the same work", async () => {
    const forWrong = await verifyCredentials({ email, authKey: wrong }, here());
    const work = verify.mock.calls.map(([hash]) => String(hash).split("$").slice(0, 4).join("$"));
    verify.mockClear();
    const forUnknown = await verifyCredentials({ email: "nobody@example.org", authKey: wrong }, here());
    const otherWork = verify.mock.calls.map(([hash]) => String(hash).split("$").slice(0, 4).join("$"));
    expect(forWrong).toEqual({ ok: false, refusal: "noMatch" });
    expect(forUnknown).toEqual(forWrong);
    expect(work).toHaveLength(1);
    expect(otherWork).toEqual(work);
  });

  it.each([email, "nobody@example.org"])("asks for patience after too many wrong tries for %s", async (address) => {
    const tries = [];
    for (let i = 0; i < 7; i += 1) tries.push(await verifyCredentials({ email: address, authKey: wrong }, here()));
    expect(tries.slice(0, 6).every((answer) => !answer.ok && answer.refusal === "noMatch")).toBe(true);
    expect(tries[6]).toEqual({ ok: false, refusal: "tooManyTries", retryAfterSeconds: 30 });
    // The right key has to wait as well, or the wait would tell that it is the right one.
    const right = await verifyCredentials({ email: address, authKey }, here());
    expect(right).toMatchObject({ ok: false, refusal: "tooManyTries" });
  });

  it("forgets the wrong tries after a right one", async () => {
    for (let round = 0; round < 3; round += 1) {
      for (let i = 0; i < 4; i += 1) await verifyCredentials({ email, authKey: wrong }, here());
      expect((await verifyCredentials({ email, authKey }, here())).ok).toBe(true);
    }
  });

  it("keeps no address of e-mail and no network address in the table of tries", async () => {
    await verifyCredentials({ email, authKey: wrong }, "203.0.113.250");
    const rows = JSON.stringify(await prisma().$queryRaw`SELECT key, points FROM rate_limit`);
    expect(rows).toContain("account:");
    expect(rows).not.toContain("ines");
    expect(rows).not.toContain("203.0.113.250");
  });

  it("slows down a network address that tries many accounts", async () => {
    const from = here();
    const answers = [];
    for (let i = 0; i < 42; i += 1) {
      answers.push(await verifyCredentials({ email: `guess${i}@example.org`, authKey: wrong }, from));
    }
    expect(answers[39]).toEqual({ ok: false, refusal: "noMatch" });
    expect(answers[41]).toMatchObject({ ok: false, refusal: "tooManyTries" });
  });

  it("gives the browser what it needs to open its words on a new device, and no hash", async () => {
    const verified = await verifyCredentials({ email, authKey }, here());
    if (!verified.ok) throw new Error(verified.refusal);
    const actor = await findActor(await replaceSession(null, verified.value.personId, null));
    if (actor === null) throw new Error("not signed in");
    const keys = await loadOwnKeys(actor);
    expect(Object.keys(keys).sort()).toEqual(["couples", "kdf", "privateKeyByPassword", "publicKey", "salt"]);
    expect(keys.couples).toEqual([]);
  });
});
