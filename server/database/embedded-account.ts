import { execFile } from "node:child_process";
import { stat } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { BootFailure } from "@/server/errors";

const run = promisify(execFile);

/** Whom PostgreSQL runs as. Empty means: as whoever runs this process. */
export type DatabaseAccount = { uid?: number; gid?: number };

/**
 * PostgreSQL refuses to run as root, so root hands it to the account `postgres`, made here if it is missing.
 *
 * @throws BootFailure when the account is missing and cannot be made
 */
export async function databaseAccount(): Promise<DatabaseAccount> {
  if (process.getuid?.() !== 0) return {};
  return (await findAccount()) ?? (await makeAccount());
}

async function findAccount(): Promise<DatabaseAccount | null> {
  try {
    const [uid, gid] = await Promise.all([run("id", ["-u", "postgres"]), run("id", ["-g", "postgres"])]);
    return { uid: Number.parseInt(uid.stdout, 10), gid: Number.parseInt(gid.stdout, 10) };
  } catch {
    return null;
  }
}

async function makeAccount(): Promise<DatabaseAccount> {
  try {
    await run("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"]);
  } catch {
    // Alpine has adduser alone. If neither works, the sentence below says what to do.
    await run("adduser", ["-S", "-D", "-H", "postgres"]).catch(() => undefined);
  }
  const account = await findAccount();
  if (account !== null) return account;
  throw new BootFailure(
    'PostgreSQL can\'t run as root, and no account named "postgres" could be made: run Heard as an ordinary account, or set DATABASE_URL.',
  );
}

/**
 * @param target absolute path that the account must be able to reach
 * @throws BootFailure naming the first folder on the way that is closed to the account
 */
export async function requireReachable(target: string, { uid, gid }: DatabaseAccount): Promise<void> {
  if (uid === undefined) return;
  for (const folder of ancestors(target)) {
    const { mode, uid: owner, gid: group } = await stat(folder);
    const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
    if ((mode & bit) !== 0) continue;
    throw new BootFailure(
      `The database runs as the account "postgres", and the folder ${folder} is closed to it: ` +
        "move Heard (or DATA_DIR) elsewhere, run it as an ordinary account, or set DATABASE_URL.",
    );
  }
}

function ancestors(target: string): string[] {
  const parent = path.dirname(target);
  return parent === target ? [parent] : [...ancestors(parent), parent];
}
