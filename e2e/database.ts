import pg from "pg";
import type { HeardServer } from "@/e2e/start-server";

/** One statement on the server's own database, for what no browser can do: let time pass, or look behind the screens. */
export async function queryDatabase(
  { databaseUrl }: HeardServer,
  statement: string,
  values: readonly unknown[] = [],
): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query(statement, [...values])).rows;
  } finally {
    await client.end();
  }
}
