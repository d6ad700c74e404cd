import { type DerivePhase, type DeriveRefusal, deriveMasterKey } from "@/components/keys/derive";
import { ok, type Result } from "@/lib/result";
import type { KdfParams } from "@/lib/sealing/kdf";
import { type AccountKeys, deriveAccountKeys } from "@/lib/sealing/keys";

/** From a password to the key that signs in and the key that wraps. The master key between them is wiped at once. */
export async function deriveKeys(
  password: string,
  salt: string,
  params: KdfParams,
  onProgress?: (phase: DerivePhase) => void,
): Promise<Result<AccountKeys, DeriveRefusal>> {
  const master = await deriveMasterKey(password, salt, params, onProgress);
  if (!master.ok) return master;
  try {
    return ok(await deriveAccountKeys(master.value));
  } finally {
    master.value.fill(0);
  }
}
