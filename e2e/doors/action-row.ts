import type { Ids, Row } from "@/e2e/doors/visitors";

/**
 * `forBearers`: knowing the id is what opens it, so only an id of nothing is asked for. `former`: what an ex-partner gets for what was
 * theirs, where that is not what strangers get. An `input` that takes no ids is asked once.
 */
export type ActionRow = { input: (ids: Ids) => unknown; answers: Row; forBearers?: true; former?: string };

export const sealedWords = { v: 1, n: "AAAAAAAAAAAAAAAA", c: "AAAAAAAAAAAAAAAAAAAAAAAA" };
/** The right shape, and nobody's. */
export const nobodysPublicKey = `BA${"A".repeat(85)}`;
export const nobodysSealedKey = JSON.stringify({ v: 1, n: "AAAAAAAAAAAAAAAA", c: "AAAA", e: nobodysPublicKey });
const wrapped = JSON.stringify({ v: 1, n: "AAAAAAAAAAAAAAAA", c: "A".repeat(64) });
export const nobodysPassword = {
  authKey: "A".repeat(43),
  salt: "A".repeat(22),
  kdf: { memoryKib: 65_536, iterations: 3, parallelism: 1 },
  privateKeyByPassword: wrapped,
};
export const nobodysRecoveryKey = wrapped;
