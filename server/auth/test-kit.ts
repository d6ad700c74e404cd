import { randomBytes } from "node:crypto";
import type { z } from "zod";
import { makeIdentity, wrapPrivateKey } from "@/lib/sealing/identity";
import { kdfDefaults, makeSalt } from "@/lib/sealing/kdf";
import { deriveAccountKeys } from "@/lib/sealing/keys";
import type { signUpSchema } from "@/server/auth/schemas";

/** What a browser sends to sign up, by the real key code; only the slow stretching of a password is left out. */
export async function makeAccount({
  email,
  name,
}: {
  email: string;
  name: string;
}): Promise<z.input<typeof signUpSchema>> {
  const { authKey, wrapKey } = await deriveAccountKeys(new Uint8Array(randomBytes(32)));
  const identity = await makeIdentity();
  const wrapped = await wrapPrivateKey(wrapKey, identity);
  return {
    email,
    name,
    agreed: true,
    authKey,
    salt: makeSalt(),
    kdf: kdfDefaults,
    publicKey: identity.publicKey,
    privateKeyByPassword: wrapped,
    privateKeyByRecoveryCode: wrapped,
  };
}
