import type { Bytes } from "@/lib/sealing/bytes";
import { formatInvitationSecret, parseInvitationSecret } from "@/lib/sealing/invitation-secret";

export type LinkSecret = { state: "here"; secret: Bytes } | { state: "missing" | "garbled" };

const placeOf = (invitationId: string) => `heard/invitation/${invitationId.toLowerCase()}`;
const memory = new Map<string, string>();

/**
 * Takes the secret out of the address bar, where a screenshot, the history or a shared screen would show it. It stays in this
 * tab alone, through signing up or in; a link without it falls back to the one that was opened here before.
 */
export function takeLinkSecret(invitationId: string): LinkSecret {
  const fragment = window.location.hash;
  if (fragment.length <= 1) return findKept(invitationId);
  clearAddressBar();
  const parsed = parseInvitationSecret(fragment);
  if (!parsed.ok) return { state: "garbled" };
  keep(placeOf(invitationId), formatInvitationSecret(parsed.value));
  return { state: "here", secret: parsed.value };
}

export function forgetLinkSecret(invitationId: string): void {
  memory.delete(placeOf(invitationId));
  try {
    sessionStorage.removeItem(placeOf(invitationId));
  } catch {
    // Where nothing can be kept, nothing is left.
  }
}

function clearAddressBar(): void {
  const clear = () => window.history.replaceState(null, "", window.location.pathname + window.location.search);
  clear();
  // Once more when Next's router is awake: it remembers the address that it started with, and would write it back.
  setTimeout(clear, 0);
}

function findKept(invitationId: string): LinkSecret {
  const place = placeOf(invitationId);
  const kept = parseInvitationSecret(memory.get(place) ?? read(place) ?? "");
  return kept.ok ? { state: "here", secret: kept.value } : { state: "missing" };
}

function keep(place: string, text: string): void {
  try {
    sessionStorage.setItem(place, text);
  } catch {
    memory.set(place, text);
  }
}

function read(place: string): string | null {
  try {
    return sessionStorage.getItem(place);
  } catch {
    return null;
  }
}
