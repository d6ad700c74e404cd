import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chown, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import type { DatabaseAccount } from "@/server/database/embedded-account";
import { BootFailure } from "@/server/errors";

const major = "18";
export const databaseOwner = "heard";

type Place = { dataDir: string; folder: string; initdb: string; account: DatabaseAccount };

/** Makes the database's files unless they exist; all or nothing, so that a kill in the middle leaves no half of them. */
export async function initialiseEmbedded({ dataDir, folder, initdb, account }: Place): Promise<string> {
  const passwordFile = path.join(dataDir, "db-password");
  if (existsSync(folder)) {
    const version = (await readFile(path.join(folder, "PG_VERSION"), "utf8").catch(() => "unknown")).trim();
    if (version !== major) {
      throw new BootFailure(`The database in ${folder} is of PostgreSQL ${version}, and this Heard brings ${major}.`);
    }
    return readFile(passwordFile, "utf8").catch(() => {
      throw new BootFailure(`The password of the built-in database is missing or closed to you: ${passwordFile}`);
    });
  }
  const password = randomBytes(24).toString("base64url");
  const fresh = `${folder}.new`;
  const handedOver = `${folder}.password`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  await writeFile(handedOver, password, { mode: 0o600 });
  if (account.uid !== undefined && account.gid !== undefined) {
    await chown(fresh, account.uid, account.gid);
    await chown(handedOver, account.uid, account.gid);
  }
  try {
    // The built-in collation is the same on every machine and never changes with a system library.
    const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
    const login = [`--username=${databaseOwner}`, `--pwfile=${handedOver}`, "--auth=scram-sha-256"];
    await runInitdb(initdb, [`--pgdata=${fresh}`, ...login, ...locale], account);
  } finally {
    await rm(handedOver, { force: true });
  }
  await rename(fresh, folder);
  return password;
}

function runInitdb(initdb: string, arguments_: string[], account: DatabaseAccount): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = "";
    const child = spawn(initdb, arguments_, {
      ...account,
      stdio: ["ignore", "ignore", "pipe"],
      env: { ...process.env, LC_ALL: "C" },
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
    child.once("error", reject);
    child.once("close", (code) => {
      const last = said.trim().split("\n").at(-1) ?? "it ended without a word";
      code === 0 ? resolve() : reject(new BootFailure(`The built-in database can't be made: ${last}`));
    });
  });
}

/** Makes the database `heard` on a running PostgreSQL unless it exists. */
export async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = 'heard'");
    if (rowCount === 0) await client.query("CREATE DATABASE heard");
  } finally {
    await client.end();
  }
}
