import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, openSync, readFileSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";

export type HeardServer = {
  /** Origin, without a slash at its end. Stays the same over `kill` and `start`. */
  readonly url: string;
  readonly dataDir: string;
  /** Everything that the server ever printed, on stdout and stderr. */
  readonly logFile: string;
  /** Of the built-in database, as it runs now; another one after each `start`. */
  readonly databaseUrl: string;
  /** SIGKILL, as a power cut would; resolves once the process is gone. Its database is left running. */
  kill(): Promise<void>;
  /** Starts it again on the same port and data; resolves once it is ready. Does nothing while it runs. */
  start(): Promise<void>;
  /** SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>;
};

/** The production build on a free loopback port, with a data folder of its own. `dispose` stops it and removes the folder. */
export async function startServer(
  env: Readonly<Record<string, string>> = {},
): Promise<HeardServer & { dispose(): Promise<void> }> {
  if (!existsSync("dist/server.js")) throw new Error('There is no production build: run "npm run build" first.');
  const root = await mkdtemp(path.join(tmpdir(), "heard-story-"));
  // As root the database runs under another account, which must get through to its folder.
  await chmod(root, 0o711);
  const dataDir = path.join(root, "data");
  const logFile = path.join(root, "server.log");
  const port = await freePort();
  const url = `http://localhost:${port}`;
  let child: ChildProcess | null = null;

  const start = async (): Promise<void> => {
    if (child !== null) return;
    const output = openSync(logFile, "a");
    child = spawn(process.execPath, ["dist/server.js"], {
      stdio: ["ignore", output, output],
      env: { ...process.env, NODE_ENV: "production", PORT: `${port}`, DATA_DIR: dataDir, LOG_LEVEL: "info", ...env },
    });
    closeSync(output);
    await untilReady(url, child, logFile);
  };
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    const ending = child;
    child = null;
    if (ending === null) return null;
    if (ending.exitCode === null && ending.signalCode === null) {
      const gone = once(ending, "exit");
      ending.kill(signal);
      await gone;
    }
    return ending.exitCode;
  };

  await start();
  return {
    url,
    dataDir,
    logFile,
    get databaseUrl() {
      return readDatabaseUrl(dataDir);
    },
    start,
    kill: async () => void (await end("SIGKILL")),
    stop: () => end("SIGTERM"),
    dispose: async () => {
      // A killed server's database runs on; the next start heals that, and a clean stop takes both away.
      await start();
      await end("SIGTERM");
      await rm(root, { recursive: true, force: true });
    },
  };
}

async function untilReady(url: string, child: ChildProcess, logFile: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null) break;
    const ready = await fetch(`${url}/api/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    await wait(50);
  }
  child.kill("SIGKILL");
  throw new Error(`The server is not ready. It said:\n${readFileSync(logFile, "utf8").slice(-4_000)}`);
}

function readDatabaseUrl(dataDir: string): string {
  const password = readFileSync(path.join(dataDir, "db-password"), "utf8");
  const port = readFileSync(path.join(dataDir, "db", "postmaster.pid"), "utf8").split("\n")[3];
  return `postgresql://heard:${password}@127.0.0.1:${port}/heard`;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (typeof address !== "object" || address === null) throw new Error("no free port");
  return address.port;
}
