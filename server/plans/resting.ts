import type { CoupleId, PersonId, Seat } from "@/lib/ids";
import type { PlanView } from "@/lib/plan/planning";
import { type EndedProposal, proposeFrom } from "@/lib/plan/propose-rules";
import { listSettings } from "@/server/plans/people-repository";
import { findLastOver } from "@/server/plans/proposals-repository";
import type { Transaction } from "@/server/plans/repository";

const defaultRestHours = 12;
const ways = {
  declined: "notToday",
  lapsed: "lapsed",
  withdrawn: "withdrawn",
  accepted: "accepted",
  countered: "countered",
} as const;

type Who = { coupleId: CoupleId; seat: Seat; personId: PersonId; other: { personId: PersonId } };

/**
 * From when (epoch ms, perhaps past) this one may ask again; null: at once. Only whoever got no yes waits: the other, who said
 * "not today", may ask as soon as they like.
 */
export async function findRest({ coupleId, seat, personId, other }: Who, tx?: Transaction): Promise<number | null> {
  const last = await findLastOver(coupleId, seat, tx);
  const settings = await listSettings([personId, other.personId], tx);
  const hoursOf = (id: string) => settings.find((row) => row.personId === id)?.proposalRestHours ?? defaultRestHours;
  return proposeFrom({ lastEnded: endedOf(last), restHoursOfBoth: [hoursOf(personId), hoursOf(other.personId)] });
}

/** For so long a *no yes* is told to the one who asked. */
const latelyMs = 12 * 3_600_000;

/** How this one's last asking ended within the last 12 hours, where it got no yes; `at` in epoch ms. */
export async function findLately(
  { coupleId, seat }: Pick<Who, "coupleId" | "seat">,
  now: number,
): Promise<PlanView["lately"]> {
  const over = endedOf(await findLastOver(coupleId, seat));
  if (over === null || over.at <= now - latelyMs) return null;
  return over.how === "notToday" || over.how === "lapsed" ? { how: over.how, at: over.at } : null;
}

type Over = { status: string; answeredAt: Date | null; lapsesAt: Date } | null;

const isWay = (status: string): status is keyof typeof ways => Object.hasOwn(ways, status);

function endedOf(last: Over): EndedProposal | null {
  if (last?.status === "open") return { how: "lapsed", at: last.lapsesAt.getTime() };
  return last?.answeredAt && isWay(last.status) ? { how: ways[last.status], at: last.answeredAt.getTime() } : null;
}
