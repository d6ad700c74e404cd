import { RateLimiterMemory } from "rate-limiter-flexible";
import type { PersonId } from "@/lib/ids";
import { giveBackTry, type Limit, type TooManyTries, takeTry } from "@/server/auth/rate-limit";
import { countCodeTries } from "@/server/couples/repository";

const minute = 60;

// Ten wrong codes of one account are slips of the finger; more of them are guesses.
const ofAccount = (): Limit => ({
  tries: countCodeTries("code", 24 * 60 * minute),
  waits: countCodeTries("code-wait", 15 * minute),
  free: 10,
  firstWaitSeconds: 30,
  longestWaitSeconds: 15 * minute,
});

// In memory alone, like every network address; on globalThis, or each copy of this module would grant the tries anew.
declare global {
  var heardCodeTries: Limit | undefined;
}

function ofAddress(): Limit {
  globalThis.heardCodeTries ??= {
    tries: new RateLimiterMemory({ points: 1, duration: 15 * minute }),
    waits: new RateLimiterMemory({ points: 1, duration: 5 * minute }),
    free: 40,
    firstWaitSeconds: 10,
    longestWaitSeconds: 5 * minute,
  };
  return globalThis.heardCodeTries;
}

/** Counts one code before it is looked up, per account and per network address (see network-address). */
export async function takeCodeTry(personId: PersonId, address: string): Promise<{ ok: true } | TooManyTries> {
  const byAddress = await takeTry(ofAddress(), address);
  return byAddress.ok ? takeTry(ofAccount(), personId) : byAddress;
}

/** The code was a right one. */
export async function giveBackCodeTry(personId: PersonId, address: string): Promise<void> {
  await Promise.all([giveBackTry(ofAddress(), address), giveBackTry(ofAccount(), personId)]);
}
