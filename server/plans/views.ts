import { lobbyOf } from "@/lib/plan/lobby";
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
    proposalId: row.id,
    mine: row.seat === seat,
    seat: row.seat,
    guideId: row.guideId,
    minutes: row.minutes,
    times: row.times.map((time) => time.getTime()).filter((time) => time > now),
    zone: row.zone,
    // Words that are no sealed value any more are as good as none.
    words: sealedSchema.nullable().catch(null).parse(row.words),
    createdAt: row.createdAt.getTime(),
    lapsesAt: row.lapsesAt.getTime(),
    isCounter: row.counterOf !== null,
  };
}

export function viewRhythm(row: RhythmRow | null, { seat }: Seat): RhythmView | null {
  if (row === null) return null;
  const { id, guideId, minutes, zone } = row;
  return { rhythmId: id, mine: row.seat === seat, guideId, minutes, zone, rule: ruleOf(row) };
}

/** @param zone this person's own; null until they told it */
export function viewUpcoming(rows: readonly ListedPlanned[], zone: string | null, now: number): PlannedView[] {
  const slots = slotsOf(rows);
  return rows.map((row) => viewPlanned(row, slots(row), zone, now));
}

function viewPlanned(row: ListedPlanned, { named, before }: Slot, zone: string | null, now: number): PlannedView {
  const { id: plannedId, sequence, guideId, minutes, zone: anchor } = row;
  const startsAt = row.startsAt.getTime();
  return {
    plannedId,
    sequence,
    guideId,
    minutes,
    startsAt,
    zone: anchor,
    fromRhythm: row.rhythmId !== null,
    moved: named !== null && named !== startsAt,
    lobby: lobbyOf(startsAt, now),
    clockShiftMinutes: named === startsAt && before !== null ? zoneShiftBetween(before, startsAt, zone ?? anchor) : 0,
  };
}

/** Where the rule has a slot and the one before it, epoch ms; null where there is none. */
type Slot = { named: number | null; before: number | null };
const none: Slot = { named: null, before: null };

/** A monthly rule comes round within 62 days. */
const longestDays = 63;
const mostSlots = 400;

/** Each rhythm's rule is worked out once, for all of its rows together. */
function slotsOf(rows: readonly ListedPlanned[]): (row: ListedPlanned) => Slot {
  const byRhythm = new Map<string, Map<string, Slot>>();
  for (const { rhythmId, rhythm } of rows) {
    if (rhythmId === null || rhythm === null || byRhythm.has(rhythmId)) continue;
    const days = rows.flatMap((row) => (row.rhythmId === rhythmId && row.slot ? fromDay(row.slot) : [])).sort();
    byRhythm.set(rhythmId, listSlots(rhythm, days[0], days.at(-1)));
  }
  return ({ rhythmId, slot }) => (slot && byRhythm.get(rhythmId ?? "")?.get(fromDay(slot))) || none;
}

function listSlots(rhythm: NonNullable<ListedPlanned["rhythm"]>, first = "", last = first): Map<string, Slot> {
  if (first === "") return new Map();
  const window = { after: addDays(first, -longestDays), until: last, limit: mostSlots };
  const listed = listOccurrences(ruleOf(rhythm), rhythm.zone, window);
  const all = listed.ok ? listed.value : [];
  return new Map(
    all.map(({ slot, startsAt }, at) => [slot, { named: startsAt, before: all[at - 1]?.startsAt ?? null }]),
  );
}

type ChangeRow = Awaited<ReturnType<typeof listChanges>>[number];

/** Null for a kind that this version does not know. */
export function viewChange({ id, at, seat, kind, detail }: ChangeRow): ChangeView | null {
  const known = changeKinds.find((one) => one === kind);
  const parsed = changeDetailSchema.safeParse(detail);
  return known && parsed.success ? { id, at: at.getTime(), seat, kind: known, detail: parsed.data } : null;
}
