import type { CheckInState } from "@/lib/check-in/state";
import type { CoupleId, PersonId } from "@/lib/ids";

/** What services tell the live side after a commit. They never import `realtime`; it subscribes here. */
export type Happening =
  | { type: "checkInChanged"; coupleId: CoupleId; state: CheckInState }
  | { type: "sessionsEnded"; sessionIds: readonly string[] }
  | { type: "coupleUnlinked"; coupleId: CoupleId }
  /** A page that these people have open is out of date. */
  | { type: "homeChanged"; personIds: readonly PersonId[] };

type Listener = (happening: Happening) => void;

// On globalThis because one process holds up to three copies of this module: the server's, the pages' and the routes'.
const shared = globalThis as typeof globalThis & { heardListeners?: Set<Listener> };
const listeners = () => {
  shared.heardListeners ??= new Set();
  return shared.heardListeners;
};

export const publish = (happening: Happening): void => {
  for (const listener of listeners()) listener(happening);
};

/** @returns what ends the subscription */
export const subscribe = (listener: Listener): (() => void) => {
  listeners().add(listener);
  return () => listeners().delete(listener);
};
