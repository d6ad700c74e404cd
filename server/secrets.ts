import { createHmac, randomBytes } from "node:crypto";
import { link, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { BootFailure, errorCode } from "@/server/errors";

/**
 * The one secret of this installation: signs sign-in tokens and keys the hashes of secrets that people hold. Made
 * once under the data folder, readable by its owner alone. Losing it signs everyone out and voids open invitations.
 *
 * @param dataDir absolute, exists
 */
export async function prepareSecret(dataDir: string): Promise<string> {
  const file = path.join(dataDir, "secret");
  const known = await readSecret(file);
  if (known !== null) return known;
  // Written aside and linked into place: of two servers that start at once, both end with the same one.
  const aside = `${file}.${randomBytes(6).toString("hex")}`;
  await writeFile(aside, randomBytes(32).toString("base64url"), { mode: 0o600 });
  await link(aside, file).catch((error: unknown) => {
    if (errorCode(error) !== "EEXIST") throw error;
  });
  await rm(aside);
  return prepareSecret(dataDir);
}

async function readSecret(file: string): Promise<string | null> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    if (errorCode(error) === "ENOENT") return null;
    throw new BootFailure(`The secret in ${file} can't be read (${errorCode(error)}).`);
  });
  if (text === null) return null;
  if (text.trim().length < 32) throw new BootFailure(`The secret in ${file} is damaged: put the right one back.`);
  return text.trim();
}

/** The secret that boot laid down for every copy of this module. */
export function secret(): string {
  const value = process.env.NEXTAUTH_SECRET;
  if (value === undefined) throw new Error("the secret is read before boot laid it down");
  return value;
}

/**
 * A hash that nobody without this installation's secret can compute or compare.
 *
 * @param purpose keeps the hashes of one use from meaning anything in another
 * @returns 43 characters, base64url (HMAC-SHA-256, RFC 2104)
 */
export function keyedHash(purpose: string, value: string): string {
  return createHmac("sha256", secret()).update(`${purpose}\0${value}`).digest("base64url");
}
