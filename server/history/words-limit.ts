import type { PersonId } from "@/lib/ids";
import { inMemory, type Limit, takeTry } from "@/server/auth/rate-limit";
import type { Part } from "@/server/history/service";

export type SlowDown = { ok: false; refusal: "slowDown"; retryAfterSeconds: number };

const minute = 60;

/**
 * Pages of words that one person may read in a minute, before it goes on at one a second: some six searches through 5,000
 * check-ins, or all patterns a dozen times. A page costs the server the folding of all its logs.
 */
const free: Readonly<Record<Part, number>> = { all: 1_200, chips: 60 };

// On globalThis, or each copy of this module would grant the pages anew.
const key = Symbol.for("heard.wordsLimits");
const holder: typeof globalThis & { [key]?: Readonly<Record<Part, Limit>> } = globalThis;

const limitOf = (pages: number) =>
  inMemory({ free: pages, windowSeconds: minute, firstWaitSeconds: 1, longestWaitSeconds: 1 });

/** Takes one page of somebody's minute. */
export async function takePage(personId: PersonId, part: Part): Promise<{ ok: true } | SlowDown> {
  holder[key] ??= { all: limitOf(free.all), chips: limitOf(free.chips) };
  const taken = await takeTry(holder[key][part], personId);
  return taken.ok ? taken : { ok: false, refusal: "slowDown", retryAfterSeconds: taken.retryAfterSeconds };
}
