import type { Kept } from "@/components/keys/key-store";
import type { CoupleId, Seat } from "@/lib/ids";
import { openBox, parseJson, sealBox } from "@/lib/sealing/box";
import { utf8 } from "@/lib/sealing/bytes";
import { pad, unpad } from "@/lib/sealing/padding";

/** `name` says which check-in, step and field; it is in the clear on the device, so it holds ids and names and no words. */
export type DraftPlace = { coupleId: CoupleId; seat: Seat; name: string };

const prefix = "heard/draft/v1|";
const keyOf = ({ coupleId, seat, name }: DraftPlace) => `${prefix}${coupleId.toLowerCase()}|${seat}|${name}`;

const memory = new Map<string, string>();
/** The save that counts for a place, and what it is still busy with. Whoever else finishes later writes nothing. */
const latest = new Map<string, Promise<Kept>>();

/**
 * Keeps a draft on this device, sealed with the couple key (AES-256-GCM, bound to its place), so that a shared device shows
 * nothing once its keys are gone. The save that was called last wins, in whatever order the sealing ends.
 */
export function saveDraft(coupleKey: CryptoKey, place: DraftPlace, value: unknown): Promise<Kept> {
  const key = keyOf(place);
  const saving: Promise<Kept> = sealBox(coupleKey, utf8(key), pad(utf8(JSON.stringify(value ?? null)))).then((box) =>
    latest.get(key) === saving ? write(key, JSON.stringify(box)) : "onDevice",
  );
  latest.set(key, saving);
  return saving;
}

/** What was saved last; undefined where there is nothing, or nothing that this key opens. Never throws. */
export async function findDraft(coupleKey: CryptoKey, place: DraftPlace): Promise<unknown> {
  const key = keyOf(place);
  await latest.get(key)?.catch(() => undefined);
  const plain = await openBox(coupleKey, utf8(key), memory.get(key) ?? read(key));
  const json = plain && unpad(plain);
  return json ? parseJson(new TextDecoder().decode(json)) : undefined;
}

/** A save that is still under way comes to nothing. */
export function dropDraft(place: DraftPlace): void {
  const key = keyOf(place);
  latest.delete(key);
  memory.delete(key);
  remove(key);
}

/** Every draft of everyone on this device. */
export function clearDrafts(): void {
  latest.clear();
  memory.clear();
  for (const key of keys()) if (key.startsWith(prefix)) remove(key);
}

/** The same for one partner, as the room takes it: a command on its way waits here as well, to be sent again as it was. */
export const draftsOf = (coupleKey: CryptoKey, owner: { coupleId: CoupleId; seat: Seat }) => ({
  read: (name: string): Promise<unknown> => findDraft(coupleKey, { ...owner, name }),
  keep: async (name: string, value: unknown): Promise<void> => {
    await saveDraft(coupleKey, { ...owner, name }, value).catch(() => undefined);
  },
  drop: async (name: string): Promise<void> => dropDraft({ ...owner, name }),
});

// Storage may be forbidden, full or missing: a draft then lasts as long as the page.
function write(key: string, text: string): Kept {
  try {
    localStorage.setItem(key, text);
    memory.delete(key);
    return "onDevice";
  } catch {
    remove(key);
    memory.set(key, text);
    return "inMemory";
  }
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function remove(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // There is nothing to remove where nothing can be kept.
  }
}

function keys(): string[] {
  try {
    return Array.from({ length: localStorage.length }, (_, i) => localStorage.key(i) ?? "");
  } catch {
    return [];
  }
}
