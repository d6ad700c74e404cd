import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { prepareVapidKeys } from "@/server/notices/vapid";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "heard-push-keys-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("the push keys are made once, also by two servers at the same moment, and for their owner's eyes alone", async () => {
  const [one, other] = await Promise.all([prepareVapidKeys(folder), prepareVapidKeys(folder)]);
  expect(other).toEqual(one);
  expect(await prepareVapidKeys(folder)).toEqual(one);
  expect((await stat(path.join(folder, "push-keys"))).mode & 0o777).toBe(0o600);
});

test("damaged push keys are named and never replaced: every subscription hangs on them", async () => {
  await writeFile(path.join(folder, "push-keys"), "{");
  await expect(prepareVapidKeys(folder)).rejects.toThrow("are damaged: put the right ones back.");
});
