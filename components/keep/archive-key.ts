import { type IdentityHere, openIdentity } from "@/components/auth/couple-key-here";
import type { LoadOwnKeys } from "@/components/auth/own-keys";
import { type CoupleId, coupleIdSchema } from "@/lib/ids";
import type { SealContext } from "@/lib/sealing/context";
import { importCoupleKey, makeCoupleKey, openSealedCoupleKey, sealCoupleKeyTo } from "@/lib/sealing/couple-key";

/* An archive is sealed as a couple's words are, its own id in the couple's place: the same primitives, and no new step. */

const idOf = (archiveId: string): CoupleId => coupleIdSchema.parse(archiveId);

/** Where a part belongs: this archive, this place in it. */
export const partContext = (archiveId: string, part: number): SealContext => ({
  coupleId: idOf(archiveId),
  checkInId: "-",
  kind: `archive/${part}`,
  authorSeat: "A",
  commandId: "-",
});

export type ArchiveKeyRefusal = "locked" | "unavailable";

const identityHere = async (loadOwnKeys: LoadOwnKeys): Promise<IdentityHere | ArchiveKeyRefusal> => {
  const here = await openIdentity(loadOwnKeys).catch(() => ({ state: "unreachable" }) as const);
  if (here.state === "ready") return here.value;
  return here.state === "locked" ? "locked" : "unavailable";
};

/** A fresh key, and its copy that only this person opens. */
export async function makeArchiveKey(archiveId: string, loadOwnKeys: LoadOwnKeys) {
  const here = await identityHere(loadOwnKeys);
  if (typeof here === "string") return here;
  const { identity } = here;
  const raw = makeCoupleKey();
  const sealedKey = await sealCoupleKeyTo(identity.publicKey, raw, idOf(archiveId), identity);
  return { key: await importCoupleKey(raw), sealedKey };
}

/** Null when it does not open. */
export async function openArchiveKey(archiveId: string, sealedKey: string, loadOwnKeys: LoadOwnKeys) {
  const here = await identityHere(loadOwnKeys);
  if (typeof here === "string") return here;
  const { identity } = here;
  const raw = await openSealedCoupleKey(identity, sealedKey, idOf(archiveId), identity.publicKey);
  return raw.ok ? importCoupleKey(raw.value) : null;
}
