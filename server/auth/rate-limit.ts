import { type RateLimiterAbstract, RateLimiterMemory } from "rate-limiter-flexible";
import { countIn } from "@/server/auth/repository";

export type TooManyTries = { ok: false; refusal: "tooManyTries"; retryAfterSeconds: number };

export type Limit = {
  /** Counts the tries of a while. */
  tries: RateLimiterAbstract;
  /** One point: whoever takes it goes on, the others wait until it comes back. */
  waits: RateLimiterAbstract;
  /** So many tries are free; each one after them makes the next wait twice as long. */
  free: number;
  firstWaitSeconds: number;
  longestWaitSeconds: number;
};

/**
 * Takes one try, before the work that it stands for: a hundred tries at once are counted one by one like a hundred in a row.
 * A try that is refused is not counted, so pressing again makes no wait longer.
 *
 * @throws when the counts cannot be reached
 */
export async function takeTry(limit: Limit, key: string): Promise<{ ok: true } | TooManyTries> {
  const { consumedPoints } = await limit.tries.penalty(key, 1);
  if (consumedPoints <= limit.free) return { ok: true };
  const seconds = Math.min(limit.longestWaitSeconds, limit.firstWaitSeconds * 2 ** (consumedPoints - limit.free - 1));
  try {
    await limit.waits.consume(key, 1, { customDuration: seconds });
    return { ok: true };
  } catch (refusal) {
    const wait = readWait(refusal);
    if (wait === null) throw refusal;
    await limit.tries.reward(key, 1);
    return { ok: false, refusal: "tooManyTries", retryAfterSeconds: Math.max(1, Math.ceil(wait / 1000)) };
  }
}

/** The try was a right one: it and those before it are forgotten. */
export async function forgetTries(limit: Limit, key: string): Promise<void> {
  await Promise.all([limit.tries.delete(key), limit.waits.delete(key)]);
}

/** The try was a right one and is given back; those before it stay counted. */
export async function giveBackTry(limit: Limit, key: string): Promise<void> {
  await limit.tries.reward(key, 1);
}

// By its shape: the class exists once in each copy of this module.
function readWait(refusal: unknown): number | null {
  if (typeof refusal !== "object" || refusal === null || !("msBeforeNext" in refusal)) return null;
  return typeof refusal.msBeforeNext === "number" ? refusal.msBeforeNext : null;
}

const minute = 60;
const hour = 60 * minute;

/** Wrong keys for one address of e-mail. A day holds a hundred of them; a right key clears them. */
export const accountLimit = (): Limit => ({
  tries: countIn("account", 1, 24 * hour),
  waits: countIn("account-wait", 1, 15 * minute),
  free: 5,
  firstWaitSeconds: 30,
  longestWaitSeconds: 15 * minute,
});

/**
 * Mails to one address of e-mail that let somebody set a new password. Whoever is kept waiting here has had such a mail: each
 * of the tries before sent one, whoever made it.
 */
export const recoveryLimit = (): Limit => ({
  tries: countIn("recovery", 1, 24 * hour),
  waits: countIn("recovery-wait", 1, hour),
  free: 3,
  firstWaitSeconds: minute,
  longestWaitSeconds: hour,
});

type AddressLimits = { signIn: Limit; signUp: Limit; salt: Limit; askRecovery: Limit; recover: Limit };

// In memory alone: where people write from is never stored. On globalThis, or each copy of this module (pages, routes)
// would grant the tries anew.
const key = Symbol.for("heard.addressLimits");
const holder: typeof globalThis & { [key]?: AddressLimits } = globalThis;

/** Per network address: many people may share one, so these are wide, and only slow a guesser down. */
export function addressLimits(): AddressLimits {
  holder[key] ??= {
    signIn: inMemory({ free: 40, windowSeconds: 15 * minute, firstWaitSeconds: 10, longestWaitSeconds: 5 * minute }),
    signUp: inMemory({ free: 20, windowSeconds: hour, firstWaitSeconds: 30, longestWaitSeconds: 15 * minute }),
    salt: inMemory({ free: 120, windowSeconds: 15 * minute, firstWaitSeconds: 5, longestWaitSeconds: 5 * minute }),
    askRecovery: inMemory({ free: 20, windowSeconds: hour, firstWaitSeconds: 30, longestWaitSeconds: 15 * minute }),
    recover: inMemory({ free: 40, windowSeconds: 15 * minute, firstWaitSeconds: 10, longestWaitSeconds: 5 * minute }),
  };
  return holder[key];
}

type InMemory = { free: number; windowSeconds: number; firstWaitSeconds: number; longestWaitSeconds: number };

/** Counts that a restart forgets. */
export const inMemory = ({ windowSeconds, ...waits }: InMemory): Limit => ({
  ...waits,
  tries: new RateLimiterMemory({ points: 1, duration: windowSeconds }),
  waits: new RateLimiterMemory({ points: 1, duration: waits.longestWaitSeconds }),
});
