import "server-only";
import { hasBegun } from "@/lib/check-in/state";
import { checkInIdSchema } from "@/lib/ids";
import type { UsualHours } from "@/lib/plan/hours";
import type { PlannedView, PlanView, ProposalView, RhythmView } from "@/lib/plan/planning";
import type { Actor } from "@/server/auth/actor";
import { findRunning } from "@/server/check-ins/service";
import type { Partnership } from "@/server/couples/service";
import { findFeed } from "@/server/plans/feeds";
import { lapsesAfter } from "@/server/plans/follow-ups";
import { findHours, findOverlap, type OverlapDay } from "@/server/plans/hours";
import { listZones } from "@/server/plans/people-repository";
import * as planned from "@/server/plans/planned-repository";
import { findOpenProposal } from "@/server/plans/proposals-repository";
import { listChanges } from "@/server/plans/repository";
import { findLately, findRest } from "@/server/plans/resting";
import { findActive, findOffered } from "@/server/plans/rhythms-repository";
import { viewChange, viewProposal, viewRhythm, viewUpcoming } from "@/server/plans/views";

const mostUpcoming = 60;
const mostChanges = 20;

/** Everything that the plan page shows. Instants in epoch ms. */
export async function loadPlan(partnership: Partnership): Promise<PlanView> {
  const { coupleId } = partnership;
  const now = Date.now();
  const [zones, proposal, rest, lately, active, offered, upcoming, changes] = await Promise.all([
    findZones(partnership),
    findOpenProposal(coupleId),
    findRest(partnership),
    findLately(partnership, now),
    findActive(coupleId),
    findOffered(coupleId),
    planned.listPlanned(coupleId, stillThere(now), mostUpcoming),
    listChanges(coupleId, mostChanges),
  ]);
  return {
    now,
    ...zones,
    proposal: viewProposal(proposal, partnership, now),
    proposeFrom: rest !== null && rest > now ? rest : null,
    lately,
    rhythm: viewRhythm(active, partnership),
    offeredRhythm: viewRhythm(offered, partnership),
    upcoming: viewUpcoming(upcoming, zones.zone, now),
    changes: changes.flatMap((row) => viewChange(row) ?? []),
  };
}

/** `lapsedAt`: when the one was that nobody came to lately, until another check-in was held. */
export type NextView = {
  now: number;
  zone: string | null;
  theirZone: string | null;
  proposal: ProposalView | null;
  offeredRhythm: RhythmView | null;
  next: PlannedView | null;
  lately: PlanView["lately"];
  lapsedAt: number | null;
};

/** What *Us* shows of the plan. */
export async function loadNext(partnership: Partnership): Promise<NextView> {
  const { coupleId } = partnership;
  const now = Date.now();
  const [zones, proposal, offered, next, lately, lapsedAt] = await Promise.all([
    findZones(partnership),
    findOpenProposal(coupleId),
    findOffered(coupleId),
    planned.listPlanned(coupleId, stillThere(now), 1),
    findLately(partnership, now),
    findLastLapsed(partnership, now),
  ]);
  return {
    now,
    ...zones,
    lately,
    lapsedAt,
    next: viewUpcoming(next, zones.zone, now)[0] ?? null,
    proposal: viewProposal(proposal, partnership, now),
    offeredRhythm: viewRhythm(offered, partnership),
  };
}

/** One whose time has come stays until it lapses, a little longer if the job is late. */
const stillThere = (now: number) => new Date(now - lapsesAfter);

const toldFor = 3 * 24 * 3_600_000;

async function findLastLapsed({ coupleId }: Partnership, now: number): Promise<number | null> {
  const lapsed = await planned.findLastLapsed(coupleId, new Date(now - toldFor));
  if (lapsed === null || (await planned.hasCheckInSince(coupleId, new Date(lapsed.startsAt.getTime() - lapsesAfter))))
    return null;
  return lapsed.startsAt.getTime();
}

async function findZones({ personId, other }: Partnership) {
  const rows = await listZones([personId, other.personId]);
  const zoneOf = (id: string) => rows.find((row) => row.id === id)?.zone ?? null;
  return { zone: zoneOf(personId), theirZone: zoneOf(other.personId) };
}

/**
 * The planned check-in that a running one was started from, while nobody has begun: it may still be moved, or left out.
 * Null otherwise, also for whatever is no id.
 */
export async function loadPlannedOf(partnership: Partnership, checkInId: string): Promise<PlannedView | null> {
  const id = checkInIdSchema.safeParse(checkInId);
  if (!id.success) return null;
  const row = await planned.findPlannedOf(partnership.coupleId, id.data);
  const running = row && (await findRunning(partnership));
  if (!row || running?.checkInId !== id.data || hasBegun(running)) return null;
  const { zone } = await findZones(partnership);
  return viewUpcoming([row], zone, Date.now())[0] ?? null;
}

/** A person's own usual hours; null before they gave any. */
export const loadHours = (actor: Actor): Promise<UsualHours | null> => findHours(actor.personId);

/** When both are usually free in the coming fortnight, for at least so long; nothing where one has not given hours. */
export async function loadOverlap(partnership: Partnership, minutes = 30): Promise<readonly OverlapDay[]> {
  const found = await findOverlap(partnership, { minutes });
  return found.ok ? found.value.days : [];
}

/** Whether a calendar feed stands, and since when (epoch ms). Its token can't be shown again. */
export const loadFeed = (actor: Actor): Promise<{ createdAt: number } | null> => findFeed(actor.personId);
