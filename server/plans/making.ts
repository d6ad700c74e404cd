import { randomUUID } from "node:crypto";
import { type CoupleId, coupleIdSchema } from "@/lib/ids";
import { wallOf } from "@/lib/plan/moment-of";
import { listOccurrences } from "@/lib/plan/occurrences";
import { type RhythmRule, rhythmRuleSchema } from "@/lib/plan/rhythm-rule";
import { log } from "@/server/log";
import { addDays, fromDay, toDay } from "@/server/plans/dates";
import { followPlanned, type Scene, toPeople } from "@/server/plans/follow-ups";
import { insertPlanned, type NewPlanned } from "@/server/plans/planned-repository";
import { inTransaction, listPeople, lockCouple } from "@/server/plans/repository";
import { findActive, listToMake, type RhythmRow, setMadeUntil } from "@/server/plans/rhythms-repository";

/** Eight weeks: far enough to move and skip ahead, and no calendar fills up. */
export const madeAheadDays = 56;
/** More than eight weeks of every day hold. */
const mostOccurrences = 64;

export const ruleOf = ({ rule }: Pick<RhythmRow, "rule">): RhythmRule => rhythmRuleSchema.parse(rule);

/**
 * Plans the occurrences of a rhythm that lie ahead, up to a day (its own date, inclusive), with all that follows from them.
 * A slot that was made once, whatever became of it, is never made again.
 */
export async function makeOccurrences(scene: Scene, rhythm: RhythmRow, until?: string): Promise<void> {
  const today = wallOf(scene.now.getTime(), rhythm.zone).date;
  const last = until ?? addDays(today, madeAheadDays);
  const window = { after: addDays(today, -2), until: last, limit: mostOccurrences };
  const occurrences = listOccurrences(ruleOf(rhythm), rhythm.zone, window);
  if (!occurrences.ok) throw new Error(`a rhythm cannot be made: ${occurrences.refusal}`);
  const ahead = occurrences.value.filter(({ startsAt }) => startsAt > scene.now.getTime());
  const { guideId, minutes, zone } = rhythm;
  const rows = ahead.map(
    ({ slot, startsAt }): NewPlanned => ({
      id: randomUUID(),
      coupleId: scene.coupleId,
      rhythmId: rhythm.id,
      slot: toDay(slot),
      guideId,
      minutes,
      zone,
      startsAt: new Date(startsAt),
      status: "planned",
    }),
  );
  const made = rows.length === 0 ? [] : await insertPlanned(scene.tx, rows, scene.now);
  if (rhythm.madeUntil === null || fromDay(rhythm.madeUntil) < last)
    await setMadeUntil(scene.tx, rhythm.id, toDay(last));
  await followPlanned(scene, made);
}

const batch = 100;

/** The daily job: each rhythm in a transaction of its own, so that one that breaks holds up no other. */
export async function makeAllOccurrences(now = new Date()): Promise<void> {
  // A day more than is made, for zones that are a day ahead of UTC.
  const until = toDay(addDays(fromDay(now), madeAheadDays + 1));
  let broken = 0;
  for (let after: string | null = null; ; ) {
    const due = await listToMake(until, after, batch);
    for (const { id, coupleId } of due) {
      try {
        await makeFor(coupleIdSchema.parse(coupleId), id, now);
      } catch (err) {
        broken += 1;
        log.error({ err, rhythmId: id, kind: "makeOccurrences" }, "a rhythm's occurrences could not be made");
      }
    }
    after = due.at(-1)?.id ?? null;
    if (due.length < batch) break;
  }
  // The queue tries again, and what was made is not made twice.
  if (broken > 0) throw new Error(`${broken} rhythms could not be made`);
}

const makeFor = (coupleId: CoupleId, rhythmId: string, now: Date): Promise<void> =>
  inTransaction(async (tx) => {
    if (!(await lockCouple(tx, coupleId))) return;
    const rhythm = await findActive(coupleId, tx);
    if (rhythm?.id !== rhythmId) return;
    await makeOccurrences({ tx, coupleId, people: toPeople(await listPeople(coupleId, tx)), now }, rhythm);
  });
