import { type Refused, refused } from "@/components/auth/answers";

/**
 * Asks an action that answers yes or why not. How its answer is read is loaded before it is asked, so that nothing happened where
 * that can't be loaded.
 */
export async function askDone(action: () => Promise<unknown>): Promise<{ ok: true; value: null } | Refused> {
  const reading = await import("@/components/auth/read-answer").catch(() => null);
  return reading === null ? refused("offline") : reading.readDone(await action().catch(() => null));
}
