import { fromBase64url } from "@/lib/sealing/bytes";
import type { PushKeys } from "./notices-action";

/* This browser's own part of push: its one worker, and its one subscription. */

const worker = "/notices-worker.js";

/** Why this browser can't be told; null when it can. `ios`: from the home screen it could. */
export type NoPush = "insecure" | "unsupported" | "ios" | null;

export function whyNoPush(): NoPush {
  if (!window.isSecureContext) return "insecure";
  if ("serviceWorker" in navigator && "PushManager" in window && "Notification" in window) return null;
  // An iPad says that it is a Mac, and has fingers.
  const isTouchMac = /Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1;
  return isTouchMac || /iPhone|iPad|iPod/.test(navigator.userAgent) ? "ios" : "unsupported";
}

/** The subscription that this browser has, or null. Registers nothing. */
export async function findPushHere(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration("/");
  return (await registration?.pushManager.getSubscription()) ?? null;
}

/** `denied` and `dismissed` are the person's word, `notTaken` the browser's or its push service's. */
export type Subscribed = { ok: true; value: PushKeys } | { ok: false; refusal: "denied" | "dismissed" | "notTaken" };

/** Asks the person, then the browser. Only ever from a press: a browser that is asked without one says no for good. */
export async function subscribeHere(publicKey: string): Promise<Subscribed> {
  const allowed = await Notification.requestPermission();
  if (allowed !== "granted") return { ok: false, refusal: allowed === "denied" ? "denied" : "dismissed" };
  try {
    await navigator.serviceWorker.register(worker, { scope: "/", updateViaCache: "none" });
    const { pushManager } = await navigator.serviceWorker.ready;
    // One that was made for another installation's key stands in the way of a new one.
    await (await pushManager.getSubscription())?.unsubscribe();
    const key = fromBase64url(publicKey);
    const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
    const value = keysOf(subscription);
    return value === null ? { ok: false, refusal: "notTaken" } : { ok: true, value };
  } catch {
    await leavePushHere();
    return { ok: false, refusal: "notTaken" };
  }
}

/** As the server takes it; null where a browser left a part out. */
export function keysOf(subscription: PushSubscription): PushKeys | null {
  const { endpoint, keys } = subscription.toJSON();
  const { p256dh, auth } = keys ?? {};
  return endpoint && p256dh && auth ? { endpoint, keys: { p256dh, auth } } : null;
}

/**
 * Takes the worker and its subscription out of this browser. @returns the address that was subscribed, which the server can forget
 */
export async function leavePushHere(): Promise<string | null> {
  try {
    const registration = await navigator.serviceWorker.getRegistration("/");
    const subscription = (await registration?.pushManager.getSubscription()) ?? null;
    await subscription?.unsubscribe();
    await registration?.unregister();
    return subscription?.endpoint ?? null;
  } catch {
    // No workers here, or the push service can't be reached: the sign-in that it belonged to ends it on the server.
    return null;
  }
}
