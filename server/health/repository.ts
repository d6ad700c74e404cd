import { pool } from "@/server/database/client";

/** Whether the database answers, and whether every migration that was begun on it has ended. */
export async function checkDatabase(): Promise<{ database: boolean; migrations: boolean }> {
  try {
    const { rows } = await pool().query<{ finished: boolean | null }>(
      `SELECT bool_and(finished_at IS NOT NULL OR rolled_back_at IS NOT NULL) AS finished FROM _prisma_migrations`,
    );
    return { database: true, migrations: rows[0]?.finished === true };
  } catch {
    return { database: false, migrations: false };
  }
}
