import "server-only";
import type { UsualHours } from "@/lib/plan/hours";
import type { PlannedView, PlanView, ProposalView, RhythmView } from "@/lib/plan/planning";
import type { Actor } from "@/server/auth/actor";
import type { Partnership } from "@/server/couples/service";
import { findOverlap, type OverlapDay } from "@/server/plans/hours";

/** Everything that the plan page shows. Instants in epoch ms. */
export async function loadPlan(_: Partnership): Promise<PlanView> {
  return {
    ...{ now: Date.now(), zone: null, theirZone: null, proposal: null, proposeFrom: null },
    ...{ rhythm: null, offeredRhythm: null, upcoming: [], changes: [] },
  };
}

/** `lapsedAt`: when the one was that nobody came to lately, until something newer took its place. */
export type NextView = {
  now: number;
  zone: string | null;
  theirZone: string | null;
  proposal: ProposalView | null;
  offeredRhythm: RhythmView | null;
  next: PlannedView | null;
  lapsedAt: number | null;
};

/** What *Us* shows of the plan. */
export async function loadNext(_: Partnership): Promise<NextView> {
  return {
    ...{ now: Date.now(), zone: null, theirZone: null },
    ...{ proposal: null, offeredRhythm: null, next: null, lapsedAt: null },
  };
}

/** The planned check-in that a running one was started from, while nobody has begun: it may still be moved. Null otherwise. */
export async function loadPlannedOf(_: Partnership, __: string): Promise<PlannedView | null> {
  return null;
}

/** A person's own usual hours; null before they gave any. */
export async function loadHours(_: Actor): Promise<UsualHours | null> {
  return null;
}

/** When both are usually free in the coming fortnight, for at least so long; nothing where one has not given hours. */
export async function loadOverlap(partnership: Partnership, minutes = 30): Promise<readonly OverlapDay[]> {
  const found = await findOverlap(partnership, { minutes });
  return found.ok ? found.value.days : [];
}

/** Whether a calendar feed stands, and since when. Its token can't be shown again. */
export async function loadFeed(_: Actor): Promise<{ createdAt: number } | null> {
  return null;
}
