import { type Refused, refused } from "@/components/auth/answers";
import { goOn } from "@/components/auth/go-on";
import { type LoadOwnKeys, openOwnKeys, ownKeysRefusal } from "@/components/auth/own-keys";
import { findCoupleKey, findIdentity, keepCoupleKey, startKeyStore } from "@/components/keys/key-store";
import type { CoupleId } from "@/lib/ids";
import { importCoupleKey, openSealedCoupleKey } from "@/lib/sealing/couple-key";

type Opened = { state: "ready"; key: CryptoKey } | { state: "locked" } | { state: "shut" } | { state: "unreachable" };

/** Looks on this device first; asks the server only for what is not here. */
export async function openCoupleKey(coupleId: CoupleId, loadOwnKeys: LoadOwnKeys): Promise<Opened> {
  const kept = await findCoupleKey(coupleId);
  if (kept !== null) return { state: "ready", key: kept };
  const identity = await findIdentity();
  if (identity === null) return { state: "locked" };
  const own = await loadOwnKeys();
  if (!own.ok) {
    if (own.refusal === "signedOut") leaveSignedOut();
    return { state: "unreachable" };
  }
  // Another person's key, from before somebody else signed in on this device.
  if (own.value.publicKey !== identity.publicKey) return { state: "locked" };
  const copy = own.value.couples.find((couple) => couple.coupleId === coupleId);
  if (copy === undefined) return { state: "shut" };
  // People keep a copy that they sealed to themselves: one that a server could have made does not open.
  const raw = await openSealedCoupleKey(identity, copy.sealedCoupleKey, coupleId, identity.publicKey);
  if (!raw.ok) return { state: "shut" };
  const key = await importCoupleKey(raw.value);
  await keepCoupleKey(coupleId, key);
  return { state: "ready", key };
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

function leaveSignedOut(): void {
  const { pathname, search } = window.location;
  goOn(`/sign-in?ended=1&next=${encodeURIComponent(`${pathname}${search}`)}`);
}
