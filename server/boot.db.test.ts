import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, onTestFinished, test } from "vitest";
import { freePort } from "@/server/database/embedded";
import { startTestProcess } from "@/server/test-process";

let root = "";
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "heard-boot-"));
});
afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

const start = (env: Record<string, string>) => {
  const started = startTestProcess("server/index.ts", [], { PORT: "0", DATA_DIR: path.join(root, "data"), ...env });
  onTestFinished(() => void started.child.kill("SIGKILL"));
  return started.ended;
};

test("a taken port is named, with what to do", async () => {
  const holder = createServer();
  const port = await freePort();
  await new Promise<void>((resolve) => holder.listen(port, "127.0.0.1", resolve));
  onTestFinished(() => void holder.close());
  expect(await start({ PORT: `${port}` })).toEqual({
    code: 1,
    said: `Port ${port} is taken: stop what uses it, or start with another, for example PORT=${port + 1}.\n`,
  });
});

test("wrong variables are named, each in a sentence", async () => {
  const { code, said } = await start({ PORT: "http", LOG_LEVEL: "loud" });
  expect(code).toBe(1);
  expect(said).toMatch(/^PORT must [^\n]+\.\nLOG_LEVEL must [^\n]+\.\n$/);
});

test("an unreachable database is named without its password", async () => {
  const port = await freePort();
  expect(await start({ DATABASE_URL: `postgresql://me:hidden@127.0.0.1:${port}/heard` })).toEqual({
    code: 1,
    said: `The database of DATABASE_URL (127.0.0.1:${port}/heard) can't be reached: nothing listens there.\n`,
  });
});

test("a data folder that can't be made is named", async () => {
  const file = path.join(root, "file");
  await writeFile(file, "");
  const dataDir = path.join(file, "data");
  expect(await start({ DATA_DIR: dataDir })).toEqual({
    code: 1,
    said: `The data folder ${dataDir} can't be made, read or written (ENOTDIR): set DATA_DIR.\n`,
  });
});

test.runIf(process.getuid?.() === 0)(
  "as root, a folder that is closed to the database's account is named",
  async () => {
    const closed = path.join(root, "closed");
    await mkdir(closed);
    await chmod(root, 0o711);
    await chmod(closed, 0o700);
    const { code, said } = await start({ DATA_DIR: path.join(closed, "data") });
    expect(code).toBe(1);
    expect(said).toMatch(
      new RegExp(`^The database runs as the account "postgres", and the folder ${closed} is closed to it: .+\\.\n$`),
    );
  },
);

test.each(["worker", "web,realtime"])(
  "the built-in database and ROLE=%s do not go together, and one sentence says so",
  async (ROLE) => {
    expect(await start({ ROLE })).toEqual({
      code: 1,
      said: "The built-in database has its worker in the server: a worker of its own, or a server without one, needs DATABASE_URL.\n",
    });
  },
);
