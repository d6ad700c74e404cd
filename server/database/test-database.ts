import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { connectDatabase, disconnectDatabase } from "@/server/database/client";

export const testTemplate = "heard_template";

type Kind = "migrated" | "empty";

/**
 * Gives the calling test file (`*.db.test.ts`) a database of its own, cloned from the migrated one, and connects
 * this process to it: `prisma()` and `pool()` of server/database/client work from the first test on.
 * Dropped after the last test.
 *
 * @param kind `empty` for tests of the migrations themselves
 * @returns where it is, to be asked inside tests
 */
export function openTestDatabase(kind: Kind = "migrated"): { url(): string } {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const server = inject("scratchDatabaseUrl");
  const own = new URL(server);
  own.pathname = name;

  beforeAll(async () => {
    await withStatements(server, (query) => query(`CREATE DATABASE ${name} ${templates[kind]}`));
    connectDatabase(own.href);
  });
  afterAll(async () => {
    await disconnectDatabase();
    await withStatements(server, (query) => query(`DROP DATABASE ${name} WITH (FORCE)`));
  });
  return { url: () => own.href };
}

// FILE_COPY is the quick one for a small template when fsync is off.
const templates: Record<Kind, string> = { migrated: `TEMPLATE ${testTemplate} STRATEGY FILE_COPY`, empty: "" };

/** One connection for a few statements. */
export async function withStatements(
  url: string,
  work: (query: (sql: string) => Promise<unknown>) => Promise<unknown>,
) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work((sql) => client.query(sql));
  } finally {
    await client.end();
  }
}
