import { inKeys } from "@/components/keys/key-database";

/** Where keys are for as long as the page lives, in a browser that keeps nothing. */
export const memory = new Map<string, unknown>();

/** At sign-out, and when an account ends. Apart from `key-store`, so that nothing has to be loaded before keys can go. */
export async function clearKeys(): Promise<void> {
  memory.clear();
  await inKeys("readwrite", (store) => store.clear()).catch(() => undefined);
}
