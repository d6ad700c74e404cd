import { z } from "zod";
import { inKeys } from "@/components/keys/key-database";
import type { CoupleId, PersonId } from "@/lib/ids";
import type { Identity } from "@/lib/sealing/identity";

/** `inMemory`: this browser keeps nothing, so after a reload the password is asked for again. Say so on the page. */
export type Kept = "onDevice" | "inMemory";

/**
 * A browser keeps one person's keys at a time, until they sign out. Only non-extractable keys: what is on the disk then is a
 * handle, and no script can read the key out of it.
 */
const keySchema = z.custom<CryptoKey>((value) => Object.prototype.toString.call(value) === "[object CryptoKey]");
const identitySchema = z.object({ personId: z.string(), publicKey: z.string(), privateKey: keySchema });
const coupleSchema = z.object({ personId: z.string(), key: keySchema });

const memory = new Map<string, unknown>();
const identityPlace = "identity";
const couplePlace = (coupleId: CoupleId) => `couple/${coupleId.toLowerCase()}`;

/** Whoever was here before is forgotten first. Throws TypeError for a key that could be read out again. */
export async function saveIdentity(personId: PersonId, { publicKey, privateKey }: Identity): Promise<Kept> {
  refuseExtractable(privateKey);
  const before = identitySchema.safeParse(await find(identityPlace)).data;
  if (before && before.personId !== personId) await clearKeys();
  return save(identityPlace, { personId, publicKey, privateKey });
}

export async function findIdentity(personId: PersonId): Promise<Identity | null> {
  const found = identitySchema.safeParse(await find(identityPlace)).data;
  return found?.personId === personId ? { publicKey: found.publicKey, privateKey: found.privateKey } : null;
}

/** Throws TypeError for a key that could be read out again. */
export async function saveCoupleKey(personId: PersonId, coupleId: CoupleId, key: CryptoKey): Promise<Kept> {
  refuseExtractable(key);
  return save(couplePlace(coupleId), { personId, key });
}

export async function findCoupleKey(personId: PersonId, coupleId: CoupleId): Promise<CryptoKey | null> {
  const found = coupleSchema.safeParse(await find(couplePlace(coupleId))).data;
  return found?.personId === personId ? found.key : null;
}

/** At sign-out, and when an account ends. */
export async function clearKeys(): Promise<void> {
  memory.clear();
  await inKeys("readwrite", (store) => store.clear()).catch(() => undefined);
}

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
