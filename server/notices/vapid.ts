import path from "node:path";
import webpush from "web-push";
import { z } from "zod";
import { BootFailure } from "@/server/errors";
import { readMadeOnce } from "@/server/made-once";

const keysSchema = z.object({ publicKey: z.string().length(87), privateKey: z.string().length(43) });
export type VapidKeys = z.infer<typeof keysSchema>;

/**
 * The key pair by which push services know this installation (RFC 8292). Made once under the data folder, readable by its owner
 * alone; browsers subscribe to its public half, so losing it ends every subscription.
 *
 * @param dataDir absolute, exists
 */
export async function prepareVapidKeys(dataDir: string): Promise<VapidKeys> {
  const file = path.join(dataDir, "push-keys");
  const text = await readMadeOnce(file, () => JSON.stringify(webpush.generateVAPIDKeys()), "The push keys");
  const keys = keysSchema.safeParse(readJson(text));
  if (!keys.success) throw new BootFailure(`The push keys in ${file} are damaged: put the right ones back.`);
  return keys.data;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What boot laid down for every copy of this module; null where it laid down none. */
export function vapidKeys(): VapidKeys | null {
  const { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey } = process.env;
  return keysSchema.safeParse({ publicKey, privateKey }).data ?? null;
}
