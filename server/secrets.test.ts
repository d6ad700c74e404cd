import { chmod, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keyedHash, prepareSecret } from "@/server/secrets";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "heard-secrets-"));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await chmod(folder, 0o700);
  await rm(folder, { recursive: true, force: true });
});

test("the secret is made once, for its owner's eyes alone", async () => {
  const made = await Promise.all([prepareSecret(folder), prepareSecret(folder)]);
  expect(new Set([...made, await prepareSecret(folder)]).size).toBe(1);
  expect((await stat(path.join(folder, "secret"))).mode & 0o777).toBe(0o600);
  expect(await readdir(folder)).toEqual(["secret"]);
});

test("a damaged secret is never replaced in silence", async () => {
  await writeFile(path.join(folder, "secret"), "");
  await expect(prepareSecret(folder)).rejects.toThrow("is damaged");
});

test("a hash differs by purpose, by value and by secret", () => {
  vi.stubEnv("NEXTAUTH_SECRET", "a".repeat(32));
  const hashes = [keyedHash("proof", "one"), keyedHash("proof", "two"), keyedHash("code", "one")];
  vi.stubEnv("NEXTAUTH_SECRET", "b".repeat(32));
  hashes.push(keyedHash("proof", "one"));
  expect(new Set(hashes).size).toBe(4);
});
