import { createHmac, randomBytes } from "node:crypto";
import path from "node:path";
import { BootFailure } from "@/server/errors";
import { readMadeOnce } from "@/server/made-once";

/**
 * The one secret of this installation: signs sign-in tokens and keys the hashes of secrets that people hold. Made
 * once under the data folder, readable by its owner alone. Losing it signs everyone out and voids open invitations.
 *
 * @param dataDir absolute, exists
 */
export async function prepareSecret(dataDir: string): Promise<string> {
  const file = path.join(dataDir, "secret");
  const known = (await readMadeOnce(file, () => randomBytes(32).toString("base64url"), "The secret")).trim();
  if (known.length < 32) throw new BootFailure(`The secret in ${file} is damaged: put the right one back.`);
  return known;
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
