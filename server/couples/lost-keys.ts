import { revokeOpenInvitations, type Transaction, withdrawClaims } from "@/server/couples/repository";

/**
 * Part of the transaction that gives somebody a new key pair: their open invitation can be kept by nobody, since its key was
 * sealed to the old pair, and what they asked for elsewhere by a code was asked with it. Nobody is linked by either yet.
 *
 * @returns whose open pages are out of date
 */
export async function closeWhatOldKeysMade(tx: Transaction, personId: string, now: Date): Promise<string[]> {
  const asking = await revokeOpenInvitations(tx, [personId], now);
  return [...asking, ...(await withdrawClaims(tx, [personId]))];
}
