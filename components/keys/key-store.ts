import { z } from "zod";
import { clearKeys, memory } from "@/components/keys/clear-keys";
import { inKeys } from "@/components/keys/key-database";
import type { CoupleId } from "@/lib/ids";
import type { Identity } from "@/lib/sealing/identity";

/** `inMemory`: this browser keeps nothing, so after a reload the password is asked for again. Say so on the page. */
export type Kept = "onDevice" | "inMemory";

/**
 * A browser keeps one person's keys at a time, from signing in to signing out. Only non-extractable keys: what is on the disk
 * then is a handle, and no script can read the key out of it.
 */
const keySchema = z.custom<CryptoKey>((value) => Object.prototype.toString.call(value) === "[object CryptoKey]");
const identitySchema = z.object({ publicKey: z.string(), privateKey: keySchema });

const identityPlace = "identity";
const couplePlace = (coupleId: CoupleId) => `couple/${coupleId.toLowerCase()}`;

/**
 * At sign-in: forgets whoever was here before, then keeps this person's private key; null when it could not be opened.
 * Throws TypeError for a key that could be read out again.
 */
export async function startKeyStore(identity: Identity | null): Promise<Kept> {
  if (identity) refuseExtractable(identity.privateKey);
  await clearKeys();
  return identity ? save(identityPlace, identity) : "onDevice";
}

/** Whose it is, its public key says: compare it with the one that the server names before it is used. */
export const findIdentity = async (): Promise<Identity | null> =>
  identitySchema.safeParse(await find(identityPlace)).data ?? null;

/** Throws TypeError for a key that could be read out again. */
export async function keepCoupleKey(coupleId: CoupleId, key: CryptoKey): Promise<Kept> {
  refuseExtractable(key);
  return save(couplePlace(coupleId), key);
}

export const findCoupleKey = async (coupleId: CoupleId): Promise<CryptoKey | null> =>
  keySchema.safeParse(await find(couplePlace(coupleId))).data ?? null;

async function save(place: string, record: unknown): Promise<Kept> {
  try {
    await inKeys("readwrite", (store) => store.put(record, place));
    memory.delete(place);
    return "onDevice";
  } catch {
    memory.set(place, record);
    return "inMemory";
  }
}

const find = async (place: string): Promise<unknown> =>
  memory.get(place) ?? (await inKeys("readonly", (store) => store.get(place)).catch(() => undefined));

function refuseExtractable(key: CryptoKey) {
  if (key.extractable) throw new TypeError("only a non-extractable key is kept");
}
