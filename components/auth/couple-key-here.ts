import { type Refused, refused } from "@/components/auth/answers";
import { goOn } from "@/components/auth/go-on";
import { type LoadOwnKeys, type OwnKeys, openOwnKeys, ownKeysRefusal } from "@/components/auth/own-keys";
import type { Looked } from "@/components/auth/use-keys-here";
import { clearKeys } from "@/components/keys/clear-keys";
import { findCoupleKey, findIdentity, keepCoupleKey, startKeyStore } from "@/components/keys/key-store";
import type { CoupleId } from "@/lib/ids";
import { importCoupleKey, openSealedCoupleKey } from "@/lib/sealing/couple-key";
import type { Identity } from "@/lib/sealing/identity";

/** One's own key pair on this device, and what the account has sealed to it. */
export type IdentityHere = { identity: Identity; own: OwnKeys };

/** Only the pair that the account names is used; one of somebody who was here before, or one that was given up, is forgotten. */
export async function openIdentity(loadOwnKeys: LoadOwnKeys): Promise<Looked<IdentityHere>> {
  const identity = await findIdentity();
  if (identity === null) return { state: "locked" };
  const own = await loadOwnKeys();
  if (!own.ok) {
    if (own.refusal === "signedOut") leaveSignedOut();
    return { state: "unreachable" };
  }
  if (own.value.publicKey === identity.publicKey) return { state: "ready", value: { identity, own: own.value } };
  await clearKeys();
  return { state: "locked" };
}

/** People keep a copy that they sealed to themselves: one that a server could have made does not open. Null: nothing opens. */
export async function openOwnCopy({ identity, own }: IdentityHere, coupleId: CoupleId) {
  const copy = own.couples.find((couple) => couple.coupleId === coupleId);
  if (copy === undefined) return null;
  const raw = await openSealedCoupleKey(identity, copy.sealedCoupleKey, coupleId, identity.publicKey);
  return raw.ok ? raw.value : null;
}

/** Looks on this device first; asks the server only for what is not here. */
export async function openCoupleKey(coupleId: CoupleId, loadOwnKeys: LoadOwnKeys): Promise<Looked<CryptoKey>> {
  const kept = await findCoupleKey(coupleId);
  if (kept !== null) return { state: "ready", value: kept };
  const here = await openIdentity(loadOwnKeys);
  if (here.state !== "ready") return here;
  const raw = await openOwnCopy(here.value, coupleId);
  if (raw === null) return { state: "shut" };
  const key = await importCoupleKey(raw);
  await keepCoupleKey(coupleId, key);
  return { state: "ready", value: key };
}

/** Puts the person's key back on this device. No sign-in: the password only has to open what is theirs. */
export async function unlockHere(
  password: string,
  loadOwnKeys: LoadOwnKeys,
): Promise<{ ok: true; value: null } | Refused> {
  const own = await loadOwnKeys();
  if (!own.ok) {
    if (own.refusal === "signedOut") leaveSignedOut();
    return refused(ownKeysRefusal(own.refusal));
  }
  const identity = await openOwnKeys(password, own.value);
  if (!identity.ok) return refused(identity.refusal);
  await startKeyStore(identity.value);
  return { ok: true, value: null };
}

export function leaveSignedOut(): void {
  const { pathname, search } = window.location;
  goOn(`/sign-in?ended=1&next=${encodeURIComponent(`${pathname}${search}`)}`);
}
