import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

// Argon2id is this package's default. OWASP's first recommendation: the browser's 64 MiB have been spent already, and what
// arrives here is not a password but 256 bits made from one.
const cost = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 };

export const hashAuthKey = (authKey: string): Promise<string> => hash(authKey, cost);

let nobody: Promise<string> | undefined;

/**
 * True when the key belongs to the hash. Without a hash (nobody has this address) the same work is done on a hash of
 * nothing that anyone could know, so that the time tells nobody who has an account.
 */
export async function checkAuthKey(authHash: string | null, authKey: string): Promise<boolean> {
  nobody ??= hashAuthKey(randomBytes(32).toString("base64url"));
  const nobodysHash = await nobody;
  const matches = await verify(authHash ?? nobodysHash, authKey);
  return authHash !== null && matches;
}
