import type { CheckInEvent } from "@/lib/check-in/events";
import type { CheckInState } from "@/lib/check-in/state";
import { areSealed } from "@/lib/check-in/words";

/** One folded state and roughly what it weighs, in bytes. */
type Held = { state: CheckInState; weight: number };

/** What an event adds to a state besides its words: the table of each step is kept for *go back*. */
const eventWeight = 500;

/**
 * Folded states at hand, so that a command needs no reading. They may be old (another node was faster): whoever decides on one
 * has the database check its version. Bounded by weight; the one that was used longest ago goes first.
 */
export const heldStates = (mostBytes: number) => {
  // A Map keeps the order of insertion: what is used is put at its end, what is at its front goes.
  const held = new Map<string, Held>();
  let total = 0;

  const release = (key: string): void => {
    total -= held.get(key)?.weight ?? 0;
    held.delete(key);
  };

  return {
    find: (key: string): CheckInState | null => held.get(key)?.state ?? null,
    /**
     * Keeps the newer of this state and the one that is held.
     *
     * @param events those that led here from what was held before, or all of them
     */
    keep: (key: string, state: CheckInState, events: readonly CheckInEvent[]): void => {
      const before = held.get(key);
      if (before && before.state.version >= state.version) return;
      release(key);
      const weight = events.reduce((sum, event) => sum + eventWeight + wordsLength(event), before?.weight ?? 0);
      held.set(key, { state, weight });
      total += weight;
      for (const oldest of held.keys()) {
        if (total <= mostBytes) return;
        release(oldest);
      }
    },
    release,
    clear: (): void => {
      held.clear();
      total = 0;
    },
    get size() {
      return held.size;
    },
  };
};
export type HeldStates = ReturnType<typeof heldStates>;

const wordsLength = (event: CheckInEvent) => ("words" in event && areSealed(event.words) ? event.words.c.length : 0);
