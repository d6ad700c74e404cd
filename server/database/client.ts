import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "@/prisma/generated/client";

type Connection = { pool: pg.Pool; prisma: PrismaClient };

// A database that went away without a word is found out within half a minute, also where nothing is asked of it: by whoever
// listens, and by a worker's sign (server/jobs/life). Linux's own beginning would be two hours.
const alive = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 };

// One process holds this module up to three times (server, page, route handler). What they share lives on
// globalThis; each copy of its own would mean three pools, and a page without any.
declare global {
  var heardDatabase: Connection | undefined;
}

/**
 * Connects this process to a database. Called once, at boot; every copy of this module then finds it. Nothing is
 * sent yet: the first statement opens the first connection.
 *
 * @param onError told of connections that broke while idle (a restarted database); they are replaced by themselves
 */
export function connectDatabase(url: string, onError: (error: Error) => void = () => undefined): void {
  if (globalThis.heardDatabase !== undefined) throw new Error("the database is connected already");
  const pool = new pg.Pool({ connectionString: url, max: 16, connectionTimeoutMillis: 5_000, ...alive });
  pool.on("error", onError);
  // One that breaks while it is used says so by its statement; unheard, the same error would also end the process.
  pool.on("connect", (client) => void client.on("error", () => undefined));
  globalThis.heardDatabase = { pool, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) };
}

/** Waits for statements under way, then closes every connection. Fine to call when nothing is connected. */
export async function disconnectDatabase(): Promise<void> {
  const connection = globalThis.heardDatabase;
  if (connection === undefined) return;
  globalThis.heardDatabase = undefined;
  await connection.prisma.$disconnect();
  await connection.pool.end();
}

/** The Prisma client: everything except the one statement that appends events. */
export function prisma(): PrismaClient {
  return connected().prisma;
}

/** The pool under the Prisma client, for the statements that go to PostgreSQL directly. */
export function pool(): pg.Pool {
  return connected().pool;
}

function connected(): Connection {
  const connection = globalThis.heardDatabase;
  if (connection === undefined) throw new Error("connectDatabase() was not called in this process");
  return connection;
}
