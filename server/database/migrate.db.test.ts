import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { pool } from "@/server/database/client";
import { applyMigrations, diffToSchema, ownMigrations } from "@/server/database/migrate";
import { openTestDatabase } from "@/server/database/test-database";

const database = openTestDatabase("empty");
const scratch: string[] = [];

/** A copy of the program's migrations that a test may add to. */
async function copyMigrations(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "heard-migrations-"));
  scratch.push(folder);
  await cp(ownMigrations.migrations, folder, { recursive: true });
  return folder;
}

async function addMigration(folder: string, name: string, sql: string): Promise<void> {
  await mkdir(path.join(folder, name), { recursive: true });
  await writeFile(path.join(folder, name, "migration.sql"), sql);
}

afterEach(async () => {
  await Promise.all(scratch.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
});

test("two servers that start at once on an empty database migrate it once, whole", async () => {
  const applied = await Promise.all([applyMigrations(database.url()), applyMigrations(database.url())]);
  expect(applied.filter((names) => names.includes("0001_init"))).toHaveLength(1);
  const { rows } = await pool().query(`SELECT count(*)::int AS count FROM _prisma_migrations`);
  expect(rows[0]?.count).toBe(applied.flat().length);
});

test("the migrated database is exactly what prisma/schema.prisma says", async () => {
  await applyMigrations(database.url());
  expect(await diffToSchema(database.url())).toBeNull();
});

test("a database that has drifted from the schema is noticed", async () => {
  await applyMigrations(database.url());
  await pool().query(`ALTER TABLE "Couple" ADD COLUMN stray text`);
  const difference = await diffToSchema(database.url());
  await pool().query(`ALTER TABLE "Couple" DROP COLUMN stray`);
  expect(difference).toContain('DROP COLUMN "stray"');
});

test("the next migration keeps what the last version stored", async () => {
  await applyMigrations(database.url());
  await pool().query(`INSERT INTO "Couple" (id) VALUES ('018f0000-0000-7000-8000-000000000001')`);
  const migrations = await copyMigrations();
  await addMigration(migrations, "9001_note", `ALTER TABLE "Couple" ADD COLUMN note text NOT NULL DEFAULT 'kept';`);
  expect(await applyMigrations(database.url(), { ...ownMigrations, migrations })).toEqual(["9001_note"]);
  const { rows } = await pool().query(`SELECT note FROM "Couple"`);
  expect(rows).toEqual([{ note: "kept" }]);
});

test("a migration that fails leaves nothing behind, and its corrected version applies", async () => {
  await applyMigrations(database.url());
  const migrations = await copyMigrations();
  await addMigration(migrations, "9001_note", `SELECT 1;`);
  await addMigration(migrations, "9002_half", `CREATE TABLE half (id int); SELECT no_such_function();`);
  await expect(applyMigrations(database.url(), { ...ownMigrations, migrations })).rejects.toThrow(
    "The database can't be brought up to date: function no_such_function() does not exist",
  );
  const { rows } = await pool().query(`SELECT to_regclass('half') AS half`);
  expect(rows).toEqual([{ half: null }]);
  await addMigration(
    migrations,
    "9002_half",
    `CREATE FUNCTION two() RETURNS int LANGUAGE sql AS $$ SELECT 1; SELECT 2; $$;`,
  );
  expect(await applyMigrations(database.url(), { ...ownMigrations, migrations })).toContain("9002_half");
});

test("every table that belongs to a couple carries coupleId", async () => {
  await applyMigrations(database.url());
  const { rows } = await pool().query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
     AND NOT EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = pg_class.oid AND attname = 'coupleId')
     ORDER BY relname`,
  );
  // People exist without a couple; a couple's own key is its id; mail that can't leave is the server's.
  const ofOnePerson = [
    "Archive",
    "ArchivePart",
    "AuthSession",
    "CalendarFeed",
    "NoticeSettings",
    "PushSubscription",
    "RecoveryTicket",
    "UsualHours",
  ];
  const withoutCouple = ["Couple", "HeldMail", "Person", "_prisma_migrations", "rate_limit"];
  expect(rows.map(({ name }) => name).sort()).toEqual([...withoutCouple, ...ofOnePerson].sort());
});
