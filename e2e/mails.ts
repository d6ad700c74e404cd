import { expect } from "@playwright/test";
import { simpleParser } from "mailparser";
import { queryDatabase } from "@/e2e/database";
import type { HeardServer } from "@/e2e/start-server";

/**
 * The paths of a kind in the mails to somebody, oldest first. The server of the stories has no SMTP_URL, so its mails are held
 * for whoever runs it, whole.
 */
export async function listMailedLinks(server: HeardServer, email: string, pattern: RegExp): Promise<string[]> {
  const rows = await queryDatabase(server, `SELECT "raw" FROM "HeldMail" WHERE "to" = $1 ORDER BY "heldAt"`, [email]);
  const texts = await Promise.all(rows.map(async ({ raw }) => (await simpleParser(String(raw))).text ?? ""));
  return texts.flatMap((text) => pattern.exec(text)?.[0] ?? []);
}

/** Waits until there are more than `before`, and gives the newest. */
export async function findMailedLink(
  server: HeardServer,
  email: string,
  pattern: RegExp,
  before = 0,
): Promise<{ path: string; count: number }> {
  const list = () => listMailedLinks(server, email, pattern);
  await expect.poll(async () => (await list()).length, { timeout: 20_000 }).toBeGreaterThan(before);
  const links = await list();
  return { path: links.at(-1) ?? "", count: links.length };
}
