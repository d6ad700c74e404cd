import { existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import path from "node:path";
import type { Duplex } from "node:stream";
import next from "next";
import { stampRequest } from "@/server/auth/network-address";
import { lockDataFolder, prepareDataFolder } from "@/server/data-folder";
import { connectDatabase, disconnectDatabase } from "@/server/database/client";
import { startEmbedded } from "@/server/database/embedded";
import { applyMigrations } from "@/server/database/migrate";
import { requireReachableDatabase } from "@/server/database/reach";
import { type Env, readEnv } from "@/server/env";
import { BootFailure } from "@/server/errors";
import { startWorker } from "@/server/jobs/worker";
import { ending, listen, requireFreePort } from "@/server/listen";
import { log } from "@/server/log";
import { prepareVapidKeys } from "@/server/notices/vapid";
import { watchBreaks } from "@/server/notices/watch";
import { quietConsole } from "@/server/quiet-console";
import { attachRealtime } from "@/server/realtime/io";
import { prepareSecret } from "@/server/secrets";
import { mayEnter } from "@/server/web/first-door";

type Running = {
  /** One friendly line: it runs, and where. */
  greeting: string;
  /** Stops everything, last started first, the database too. */
  close(): Promise<void>;
};

/**
 * Starts what ROLE says; by default everything: env → data folder → database → migrations → Next → http → sockets → worker.
 *
 * @param cancelled set when the process is asked to end while this still runs; what has started is stopped again
 * @throws BootFailure with one sentence when something outside the code keeps it from running
 */
export async function boot(variables: NodeJS.ProcessEnv, cancelled: AbortSignal): Promise<Running> {
  const stops: (() => Promise<void>)[] = [];
  const close = async () => {
    for (let stop = stops.pop(); stop !== undefined; stop = stops.pop()) {
      await stop().catch((err: unknown) => log.error({ err }, "a part did not stop cleanly"));
    }
  };
  try {
    return { greeting: await start(variables, stops, cancelled), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function start(variables: NodeJS.ProcessEnv, stops: (() => Promise<void>)[], cancelled: AbortSignal) {
  const dev = variables.NODE_ENV !== "production";
  const env = readEnv(variables);
  requireOwnWorker(env);
  if (env.ROLE === "worker") return startWorkerAlone(env, stops, cancelled);
  if (!dev && !existsSync(path.join(".next", "BUILD_ID"))) {
    throw new BootFailure('There is no build here yet: run "npm run build" first, or "npm start", which does both.');
  }
  if (!dev) quietConsole();
  const port = await requireFreePort(env);
  const publicUrl = env.PUBLIC_URL ?? `http://localhost:${port}`;
  await prepareDataFolder(env.DATA_DIR);
  await layDownSecrets(env, publicUrl);
  await openDatabase(env.DATABASE_URL ?? (await startOwnDatabase(env, stops)), env, stops, cancelled);
  stops.push(watchBreaks());
  const worker = env.ROLE.includes("worker") ? await work(stops) : null;
  cancelled.throwIfAborted();

  const server = await serve({ dev, env, port, publicUrl }, stops);
  // It begins to end first and is waited for last: a mail that is on its way has the time that everything else takes.
  if (worker !== null) stops.push(async () => void worker.stop());
  cancelled.throwIfAborted();
  await listen(server, env, port);
  log.info({ port, dev }, "listening");
  return greeting(publicUrl);
}

/** The folder of the built-in database is locked by its server: no other process can work on it. */
function requireOwnWorker({ ROLE, DATABASE_URL }: Env): void {
  if (DATABASE_URL !== undefined || ROLE === "realtime,web,worker") return;
  throw new BootFailure(
    "The built-in database has its worker in the server: a worker of its own, or a server without one, needs DATABASE_URL.",
  );
}

async function startWorkerAlone(env: Env, stops: (() => Promise<void>)[], cancelled: AbortSignal): Promise<string> {
  await prepareDataFolder(env.DATA_DIR);
  await layDownSecrets(env, env.PUBLIC_URL ?? `http://localhost:${env.PORT}`);
  await openDatabase(env.DATABASE_URL ?? "", env, stops, cancelled);
  await work(stops);
  log.info("working");
  return "Heard's worker is ready. Ctrl-C stops it.";
}

async function work(stops: (() => Promise<void>)[]) {
  const worker = await startWorker();
  stops.push(() => worker.stop());
  return worker;
}

/** next-auth and the other copies of our modules read these; nothing else is handed over by process.env. */
async function layDownSecrets(env: Env, publicUrl: string): Promise<void> {
  process.env.NEXTAUTH_SECRET = env.NEXTAUTH_SECRET ?? (await prepareSecret(env.DATA_DIR));
  process.env.NEXTAUTH_URL = publicUrl;
  if (env.VAPID_PRIVATE_KEY !== undefined) return;
  const { publicKey, privateKey } = await prepareVapidKeys(env.DATA_DIR);
  process.env.VAPID_PUBLIC_KEY = publicKey;
  process.env.VAPID_PRIVATE_KEY = privateKey;
}

async function openDatabase(url: string, env: Env, stops: (() => Promise<void>)[], cancelled: AbortSignal) {
  if (env.DATABASE_URL !== undefined) await requireReachableDatabase(env.DATABASE_URL);
  cancelled.throwIfAborted();
  const applied = await applyMigrations(url);
  if (applied.length > 0) log.info({ applied }, "migrations applied");
  connectDatabase(url, (err) => log.warn({ err }, "a database connection broke"));
  stops.push(disconnectDatabase);
  cancelled.throwIfAborted();
}

async function startOwnDatabase(env: Env, stops: (() => Promise<void>)[]): Promise<string> {
  stops.push(await lockDataFolder(env.DATA_DIR));
  const onLine = (line: string) => log.debug({ line }, "database");
  const database = await startEmbedded({ dataDir: env.DATA_DIR, onLine });
  stops.push(() => database.stop());
  return database.url;
}

type Serving = { dev: boolean; env: Env; port: number; publicUrl: string };

async function serve({ dev, env, port, publicUrl }: Serving, stops: (() => Promise<void>)[]): Promise<Server> {
  process.env.NEXT_TELEMETRY_DISABLED = "1";
  // Left to itself, Next listens for upgrades on whatever server a request came by, and answers socket.io's too. It gets
  // a server that never listens, and hears of what we hand on.
  const upgrades = createServer();
  const app = next({ dev, quiet: !dev, dir: process.cwd(), hostname: env.HOST, port, httpServer: upgrades });
  await app.prepare();
  stops.push(() => app.close());
  const handle = app.getRequestHandler();

  const server = createServer((request, response) => {
    if (!mayEnter(request)) return void response.writeHead(405, { allow: "GET, HEAD, POST, OPTIONS" }).end();
    stampRequest(request, env.TRUST_PROXY === "yes");
    void handle(request, response);
  });
  server.headersTimeout = 10_000;
  server.requestTimeout = 30_000;
  const { stopAccepting, drain } = ending(server);
  const realtime = attachRealtime(server, { publicUrl });
  server.on("upgrade", (request, socket: Duplex, head) => {
    if (request.url?.startsWith("/socket.io/")) return;
    // In development the browser hears of changed files by a socket of Next's, which is ready after its first page.
    if (!dev || !upgrades.emit("upgrade", request, socket, head)) return socket.destroy();
    stops.push(async () => void socket.destroy());
  });
  stops.push(drain, () => realtime.close(), stopAccepting);
  return server;
}

function greeting(publicUrl: string): string {
  const { protocol, hostname } = new URL(publicUrl);
  const closed = protocol === "http:" && !["localhost", "127.0.0.1", "[::1]"].includes(hostname);
  // crypto.subtle exists on https and on localhost alone.
  const hint = closed ? " Browsers seal words only over https: put an https address in PUBLIC_URL." : "";
  return `Heard is ready at ${publicUrl}.${hint} Ctrl-C stops it.`;
}
