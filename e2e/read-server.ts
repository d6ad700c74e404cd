import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { expect } from "@playwright/test";
import { simpleParser } from "mailparser";
import { queryDatabase } from "@/e2e/database";
import type { HeardServer } from "@/e2e/start-server";
import { knownNoticeSchema } from "@/lib/notices/notice";
import { pushWords } from "@/lib/notices/words";

/**
 * Everything that a server holds, by name: a whole dump by row, the worker's own tables too; the database's own files; every line that
 * was printed; each held mail as its reader sees it; and what a push says of each notice, which is made of that row alone.
 */
export async function readServer(server: HeardServer): Promise<Map<string, Buffer>> {
  const heaps = new Map([["log", await readFile(server.logFile)]]);
  const tables = await queryDatabase(
    server,
    `SELECT "table_schema" AS schema, "table_name" AS name, format('%I.%I', "table_schema", "table_name") AS place
     FROM "information_schema"."tables"
     WHERE "table_type" = 'BASE TABLE' AND "table_schema" NOT IN ('pg_catalog', 'information_schema')`,
  );
  expect(tables.length).toBeGreaterThan(30);
  for (const { schema, name, place } of tables) {
    const rows = await queryDatabase(server, `SELECT row_to_json(t)::text AS row FROM ${place} t`);
    const known = schema === "public" ? `table ${name}` : `table ${schema}.${name}`;
    heaps.set(known, Buffer.from(rows.map(({ row }) => row).join("\n")));
  }
  for (const [index, { raw }] of (await queryDatabase(server, `SELECT "raw" FROM "HeldMail"`)).entries()) {
    const { subject, text, html, attachments } = await simpleParser(String(raw));
    const parts = [subject, text, String(html), ...attachments.map(({ content }) => content.toString())];
    heaps.set(`mail ${index}`, Buffer.from(parts.join("\n")));
  }
  const notices = await queryDatabase(server, `SELECT "id", "kind", "detail" FROM "Notice"`);
  for (const { id, ...row } of notices) {
    // One that has gone out keeps no detail.
    const notice = knownNoticeSchema.safeParse(row);
    if (!notice.success) continue;
    heaps.set(`push ${id}`, Buffer.from(JSON.stringify(pushWords(notice.data, { zone: "Europe/Berlin" }))));
  }
  await queryDatabase(server, "CHECKPOINT");
  const files = await readdir(server.dataDir, { recursive: true, withFileTypes: true });
  for (const file of files.filter((one) => one.isFile())) {
    const place = path.join(file.parentPath, file.name);
    // A file of the database's may be gone again between the listing and the reading.
    heaps.set(`file ${place}`, await readFile(place).catch(() => Buffer.alloc(0)));
  }
  return heaps;
}
