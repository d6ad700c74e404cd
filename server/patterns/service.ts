import { leastCheckIns } from "@/lib/patterns/patterns";
import { ok, type Result, refuse } from "@/lib/result";
import { countReviews } from "@/server/agreements/service";
import type { Partnership } from "@/server/couples/service";
import { tellHome } from "@/server/couples/tell-home";
import { hasEnoughCompleted } from "@/server/history/service";
import * as repository from "@/server/patterns/repository";

const hideMs = 30 * 24 * 3_600_000;

/**
 * Whether the two may see their patterns now. `asked`: one yes or none. `hidden`: one of them wants to see none for a while,
 * until then (epoch ms); which one is told to themselves alone.
 */
export async function findStanding(partnership: Partnership) {
  if (!(await hasEnoughCompleted(partnership, leastCheckIns))) return { state: "tooFew" } as const;
  const consents = await repository.listConsents(partnership.coupleId);
  const mine = consents.find(({ seat }) => seat === partnership.seat);
  const theirs = consents.find(({ seat }) => seat === partnership.other.seat);
  if (!mine || !theirs) return { state: "asked", mine: mine !== undefined, theirs: theirs !== undefined } as const;
  const now = Date.now();
  const [own = 0, other = 0] = [mine, theirs].map(({ hiddenUntil }) => hiddenUntil?.getTime() ?? 0);
  const until = Math.max(own, other);
  if (until > now) return { state: "hidden", until, byMe: own > now } as const;
  return { state: "shown", reviews: await countReviews(partnership) } as const;
}

/** Both have to want them; either may change their mind, and then nobody sees them. */
export async function wantPatterns(partnership: Partnership, wants: boolean): Promise<Result<null, "notLinked">> {
  if (wants && !(await repository.consent(partnership, new Date()))) return refuse("notLinked");
  if (!wants) await repository.withdraw(partnership);
  return told(partnership);
}

/** Hides them for both for 30 days; or takes one's own hiding back. `notWanted`: without a yes there is nothing to hide. */
export async function hidePatterns(partnership: Partnership, hides: boolean): Promise<Result<null, "notWanted">> {
  const until = hides ? new Date(Date.now() + hideMs) : null;
  return (await repository.hide(partnership, until)) ? told(partnership) : refuse("notWanted");
}

const told = ({ personId, other }: Partnership) => {
  tellHome([personId, other.personId]);
  return ok(null);
};
