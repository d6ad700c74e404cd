import { z } from "zod";
import type { LinkedCouple, LinkedPerson } from "@/e2e/couples";
import { queryDatabase } from "@/e2e/database";
import { deriveHere } from "@/e2e/people";
import type { HeardServer } from "@/e2e/start-server";
import { openSealedCoupleKey } from "@/lib/sealing/couple-key";
import { type Identity, unwrapPrivateKey } from "@/lib/sealing/identity";
import type { AccountKeys } from "@/lib/sealing/keys";
import { deriveRecoveryKey, parseRecoveryCode } from "@/lib/sealing/recovery";
import { checkAuthKey } from "@/server/auth/auth-hash";

const rowSchema = z.object({
  authHash: z.string(),
  salt: z.string(),
  publicKey: z.string(),
  privateKeyByPassword: z.string(),
  privateKeyByRecoveryCode: z.string(),
  sealedCoupleKey: z.string(),
});

/** What the server keeps of somebody, tried as a device would that knows nothing but what it is told. */
export type KeyCabinet = {
  /** Those of the passwords that sign in, and whether each opens the couple's key too. */
  tryPasswords(passwords: readonly string[]): Promise<{ password: string; opens: boolean }[]>;
  /** Those of the codes that open this account's private key. */
  tryCodes(codes: readonly string[]): Promise<string[]>;
};

// Stretching is slow, and the same password is tried again and again.
const stretched = new Map<string, Promise<AccountKeys>>();
const stretch = (password: string, salt: string): Promise<AccountKeys> => {
  const name = `${salt} ${password}`;
  const keys = stretched.get(name) ?? deriveHere(password, salt);
  stretched.set(name, keys);
  return keys;
};

export async function openCabinet(
  server: HeardServer,
  { coupleId }: Pick<LinkedCouple, "coupleId">,
  { email }: Pick<LinkedPerson, "email">,
): Promise<KeyCabinet> {
  const rows = await queryDatabase(
    server,
    `SELECT p.*, k."sealedCoupleKey" FROM "Person" p JOIN "Partner" k ON k."linkedPersonId" = p."id" WHERE p."email" = $1`,
    [email],
  );
  const row = rowSchema.parse(rows[0]);
  const opensWords = async (identity: Identity) =>
    (await openSealedCoupleKey(identity, row.sealedCoupleKey, coupleId, row.publicKey)).ok;
  const tryPassword = async (password: string) => {
    const { authKey, wrapKey } = await stretch(password, row.salt);
    if (!(await checkAuthKey(row.authHash, authKey))) return [];
    const identity = await unwrapPrivateKey(wrapKey, row.privateKeyByPassword, row.publicKey);
    if (!identity.ok) throw new Error(`${email} signs in and their key does not open`);
    return [{ password, opens: await opensWords(identity.value) }];
  };
  const tryCode = async (code: string) => {
    const read = parseRecoveryCode(code);
    if (!read.ok) throw new Error(read.refusal);
    const recoveryKey = await deriveRecoveryKey(read.value);
    const identity = await unwrapPrivateKey(recoveryKey, row.privateKeyByRecoveryCode, row.publicKey);
    return identity.ok ? [code] : [];
  };
  return {
    tryPasswords: async (passwords) => (await Promise.all([...new Set(passwords)].map(tryPassword))).flat(),
    tryCodes: async (codes) => (await Promise.all([...new Set(codes)].map(tryCode))).flat(),
  };
}
