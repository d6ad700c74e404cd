import { zoneShiftBetween } from "@/lib/plan/moment-of";
import { listOccurrences } from "@/lib/plan/occurrences";
import {
  type ChangeView,
  changeDetailSchema,
  changeKinds,
  type PlannedView,
  type ProposalView,
  type RhythmView,
} from "@/lib/plan/planning";
import { sealedSchema } from "@/lib/sealing/sealed";
import type { Partnership } from "@/server/couples/service";
import { addDays, fromDay } from "@/server/plans/dates";
import { lobbyOf } from "@/server/plans/lobby";
import { ruleOf } from "@/server/plans/making";
import type { ListedPlanned } from "@/server/plans/planned-repository";
import type { ProposalRow } from "@/server/plans/proposals-repository";
import type { listChanges } from "@/server/plans/repository";
import type { RhythmRow } from "@/server/plans/rhythms-repository";

/** What of the plan's rows one partner gets to see. */

type Seat = Pick<Partnership, "seat">;

/** Null once its time has passed, whether or not anybody has noted it. */
export function viewProposal(row: ProposalRow | null, { seat }: Seat, now: number): ProposalView | null {
  if (row === null || row.lapsesAt.getTime() <= now) return null;
  return {
    ...{ proposalId: row.id, mine: row.seat === seat, seat: row.seat, guideId: row.guideId, minutes: row.minutes },
    times: row.times.map((time) => time.getTime()).filter((time) => time > now),
    zone: row.zone,
    // Words that are no sealed value any more are as good as none.
    words: sealedSchema.nullable().catch(null).parse(row.words),
    ...{ createdAt: row.createdAt.getTime(), lapsesAt: row.lapsesAt.getTime(), isCounter: row.counterOf !== null },
  };
}

export function viewRhythm(row: RhythmRow | null, { seat }: Seat): RhythmView | null {
  if (row === null) return null;
  const { id, guideId, minutes, zone } = row;
  return { rhythmId: id, mine: row.seat === seat, guideId, minutes, zone, rule: ruleOf(row) };
}

/** @param zone this person's own; null until they told it */
export function viewPlanned(row: ListedPlanned, zone: string | null, now: number): PlannedView {
  const { id: plannedId, sequence, guideId, minutes, zone: anchor } = row;
  const startsAt = row.startsAt.getTime();
  const [named, before] = row.rhythm && row.slot ? slotsOf(row.rhythm, fromDay(row.slot)) : [null, null];
  return {
    ...{ plannedId, sequence, guideId, minutes, startsAt, zone: anchor, fromRhythm: row.rhythmId !== null },
    moved: named !== null && named !== startsAt,
    lobby: lobbyOf(startsAt, now),
    clockShiftMinutes: named === startsAt && before !== null ? zoneShiftBetween(before, startsAt, zone ?? anchor) : 0,
  };
}

type Rhythm = NonNullable<ListedPlanned["rhythm"]>;

/** Where the rule has this slot and the one before it, epoch ms. */
function slotsOf(rhythm: Rhythm, slot: string): [number | null, number | null] {
  // A monthly rule comes round within 62 days.
  const listed = listOccurrences(ruleOf(rhythm), rhythm.zone, { after: addDays(slot, -63), until: slot, limit: 70 });
  const [last, before] = listed.ok ? listed.value.slice(-2).reverse() : [];
  return last?.slot === slot ? [last.startsAt, before?.startsAt ?? null] : [null, null];
}

type ChangeRow = Awaited<ReturnType<typeof listChanges>>[number];

/** Null for a kind that this version does not know. */
export function viewChange({ id, at, seat, kind, detail }: ChangeRow): ChangeView | null {
  const known = changeKinds.find((one) => one === kind);
  const parsed = changeDetailSchema.safeParse(detail);
  return known && parsed.success ? { id, at: at.getTime(), seat, kind: known, detail: parsed.data } : null;
}
