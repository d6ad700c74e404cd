import { type ChildProcess, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { databaseAccount, requireReachable } from "@/server/database/embedded-account";
import { findEmbeddedBinaries } from "@/server/database/embedded-binaries";
import { createDatabase, databaseOwner, initialiseEmbedded } from "@/server/database/embedded-initialise";
import { endLeftover, readEmbeddedPort } from "@/server/database/embedded-leftover";
import { BootFailure } from "@/server/errors";

export type EmbeddedDatabase = {
  /** Connection string of the database `heard` on it. Stays the same until `stop`. */
  readonly url: string;
  /** Ends PostgreSQL and waits for it: at most about 8 s. Calling it twice is fine. */
  stop(): Promise<void>;
};

type Options = {
  /** Folder of this installation; PostgreSQL's files go to `db` in it, its password to `db-password`. */
  dataDir: string;
  /** Extra server settings, `name=value`. Tests turn fsync off with it. */
  settings?: readonly string[];
  /** Told each line PostgreSQL prints. Never holds statements or values: see `quietSettings`. */
  onLine?: (line: string) => void;
};

// People's e-mail addresses must not reach a log through a failed statement or its detail line.
const quietSettings = ["log_min_error_statement=panic", "log_error_verbosity=terse", "log_checkpoints=off"];

/**
 * Starts the PostgreSQL that npm brought, on a free loopback port. The caller must hold the lock on `dataDir`.
 * One that a killed process left behind is ended first. If PostgreSQL dies while this process lives, it is
 * started again on the same port. When this process exits in any way that runs code, PostgreSQL is told to stop.
 *
 * @throws BootFailure with one sentence when it cannot run here
 */
export async function startEmbedded({
  dataDir,
  settings = [],
  onLine = () => undefined,
}: Options): Promise<EmbeddedDatabase> {
  const binaries = findEmbeddedBinaries();
  const account = await databaseAccount();
  const folder = path.resolve(dataDir, "db");
  await requireReachable(binaries.postgres, account);
  await requireReachable(folder, account);

  const password = await initialiseEmbedded({ dataDir, folder, initdb: binaries.initdb, account });
  await endLeftover(folder);

  const port = await freePort();
  const flags = [...quietSettings, ...settings].flatMap((setting) => ["-c", setting]);
  const arguments_ = ["-D", folder, "-p", `${port}`, "-h", "127.0.0.1", "-k", "", ...flags];
  const url = embeddedUrl(password, port);

  let child: ChildProcess | null = null;
  let stopping = false;
  let relaunching: Promise<void> = Promise.resolve();

  const launch = async (): Promise<void> => {
    const lines: string[] = [];
    // Its own process group: Ctrl-C in a terminal must reach the server alone, which still has answers to give.
    const launched = spawn(binaries.postgres, arguments_, {
      ...account,
      detached: true,
      stdio: ["ignore", "ignore", "pipe"],
      env: { ...process.env, LC_ALL: "C" },
    });
    child = launched;
    launched.stderr.setEncoding("utf8").on("data", (text: string) => {
      // Our own early knocks are no news.
      for (const line of text.split("\n").filter((said) => said !== "" && !said.endsWith("system is starting up"))) {
        lines.push(line);
        onLine(line);
      }
    });
    let alive = true;
    const ended = new Promise<void>((resolve) => {
      launched.once("error", () => resolve());
      launched.once("exit", () => resolve());
    }).then(() => {
      alive = false;
    });
    const up = await answers(embeddedUrl(password, port, "postgres"), () => alive && !stopping);
    if (up) {
      void ended.then(() => {
        if (!stopping) relaunching = relaunch();
      });
      return;
    }
    launched.kill("SIGINT");
    await ended;
    const reason = lines.findLast((line) => line.includes("FATAL:")) ?? lines.at(-1) ?? "it ended without a word";
    throw new BootFailure(`The built-in database does not start: ${reason}`);
  };

  const relaunch = async (): Promise<void> => {
    for (let pause = 50; !stopping; pause = Math.min(pause * 2, 5_000)) {
      try {
        await endLeftover(folder);
        return await launch();
      } catch (error) {
        onLine(error instanceof Error ? error.message : "restart refused");
        await wait(pause);
      }
    }
  };

  const onExit = () => {
    stopping = true;
    child?.kill("SIGINT");
  };
  process.once("exit", onExit);

  const stop = async (): Promise<void> => {
    stopping = true;
    await relaunching;
    await endLeftover(folder);
    process.removeListener("exit", onExit);
  };

  try {
    await launch();
    await createDatabase(embeddedUrl(password, port, "postgres"));
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}

/** The connection string of the embedded database that runs on this folder now, or null when none does. */
export async function findEmbeddedUrl(dataDir: string): Promise<string | null> {
  const port = await readEmbeddedPort(path.join(dataDir, "db"));
  if (port === null) return null;
  return embeddedUrl(await readFile(path.join(dataDir, "db-password"), "utf8"), port);
}

const embeddedUrl = (password: string, port: number, database = "heard") =>
  `postgresql://${databaseOwner}:${password}@127.0.0.1:${port}/${database}`;

/** Asks until PostgreSQL answers; false after 60 s or once `wanted` says that nobody waits any more. */
async function answers(url: string, wanted: () => boolean): Promise<boolean> {
  const deadline = Date.now() + 60_000;
  while (wanted() && Date.now() < deadline) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    client.on("error", () => undefined);
    const up = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => undefined);
    if (up) return true;
    await wait(20);
  }
  return false;
}

/** A port nobody listens on. Another process may take it meanwhile; then PostgreSQL says so and the start fails. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => {
        typeof address === "object" && address !== null ? resolve(address.port) : reject(new Error("no port"));
      });
    });
  });
}
