import { type CoupleId, type PersonId, personIdSchema, plannedIdSchema } from "@/lib/ids";
import type { NoticeKind, NoticeRequest } from "@/lib/notices/notice";
import { addJobs, removeJobs } from "@/server/jobs/queue";
import { dropNotices, enqueueNotices } from "@/server/notices/service";
import { listSettings } from "@/server/plans/people-repository";
import type { PlannedRow } from "@/server/plans/planned-repository";
import type { Transaction } from "@/server/plans/repository";

/** What follows from a change of the plan, written with it: jobs for its times, and what the two are told. */

const minute = 60_000;
/** After this long a check-in that nobody came to lapses, without a word of blame. */
export const lapsesAfter = 60 * minute;
/** An occurrence of a rhythm is mailed to calendars this long before; feeds show it from the start. */
const mailedBefore = 7 * 24 * 60 * minute;
const defaultReminderMinutes = 60;

/** The part of a plan that its follow-ups need; the house itself has no more. */
export type Scene = { tx: Transaction; coupleId: CoupleId; people: readonly PersonId[]; now: Date };

export const sceneOf = (plan: {
  tx: Transaction;
  coupleId: CoupleId;
  personId: PersonId;
  other: { personId: PersonId };
  now: Date;
}): Scene => ({ ...plan, people: [plan.personId, plan.other.personId] });

export const lapseKeyOf = (id: string): string => `lapsePlanned/${id}`;
export const proposalKeyOf = (id: string): string => `lapseProposal/${id}`;

type Telling = { [Kind in NoticeKind]: Omit<Extract<NoticeRequest, { kind: Kind }>, "coupleId" | "dueAt"> }[NoticeKind];

/** Tells one person now. */
export const tellOne = ({ tx, coupleId, now }: Omit<Scene, "people">, telling: Telling): Promise<void> =>
  enqueueNotices(tx, [{ ...telling, coupleId, dueAt: now }]);

/** All that hangs on planned check-ins as they are now: their lapse, both reminders, both calendars. */
export async function followPlanned(scene: Scene, planned: readonly PlannedRow[]): Promise<void> {
  if (planned.length === 0) return;
  const lapses = planned.map((row) => ({
    payload: { coupleId: scene.coupleId, plannedId: plannedIdSchema.parse(row.id) },
    runAt: new Date(row.startsAt.getTime() + lapsesAfter),
    key: lapseKeyOf(row.id),
  }));
  await addJobs(scene.tx, "lapsePlanned", lapses);
  await tellOfPlanned(scene, planned);
}

/** The part of it that hangs on how each of these people wants to be told. What has gone out already does not go out again. */
export async function tellOfPlanned(scene: Scene, planned: readonly PlannedRow[]): Promise<void> {
  const settings = await listSettings(scene.people, scene.tx);
  const minutesOf = (personId: string) =>
    settings.find((row) => row.personId === personId)?.reminderMinutes ?? defaultReminderMinutes;
  const reminders = scene.people.flatMap((personId) =>
    planned.flatMap((row) => reminderOf(scene, row, personId, minutesOf(personId))),
  );
  await enqueueNotices(scene.tx, [...reminders, ...planned.flatMap((row) => calendarOf(scene, row, "REQUEST"))]);
}

function reminderOf({ coupleId, now }: Scene, row: PlannedRow, personId: PersonId, minutes: number): NoticeRequest[] {
  const dueAt = new Date(row.startsAt.getTime() - minutes * minute);
  if (dueAt <= now) return [];
  const plannedId = plannedIdSchema.parse(row.id);
  const detail = { plannedId, startsAt: row.startsAt.getTime() };
  return [{ personId, coupleId, kind: "reminder", subject: `reminder/${row.id}/${row.sequence}`, dueAt, detail }];
}

/** To both, also to who made the change: it is their calendar too. */
function calendarOf({ coupleId, people, now }: Scene, row: PlannedRow, method: "REQUEST" | "CANCEL"): NoticeRequest[] {
  const detail = { plannedId: plannedIdSchema.parse(row.id), sequence: row.sequence, method };
  const isFirst = row.rhythmId !== null && row.sequence === 0;
  const dueAt = isFirst ? new Date(Math.max(now.getTime(), row.startsAt.getTime() - mailedBefore)) : now;
  const subject = `calendar/${row.id}/${row.sequence}`;
  return people.map((personId) => ({ personId, coupleId, kind: "calendar", subject, dueAt, detail }));
}

/** Takes back what was on its way for planned check-ins: their times are no more, or others. */
export async function unfollowPlanned({ tx, coupleId }: Scene, planned: readonly { id: string }[]): Promise<void> {
  const keys = planned.map(({ id }) => lapseKeyOf(id));
  await removeJobs(tx, keys);
  for (const { id } of planned) {
    await dropNotices(tx, { coupleId, subjectPrefix: `reminder/${id}/` });
    await dropNotices(tx, { coupleId, subjectPrefix: `calendar/${id}/` });
  }
}

/** Takes cancelled ones out of both calendars, if they were ever mailed there. `row` as it is now. */
export async function calendarsForget(scene: Scene, cancelled: readonly PlannedRow[]): Promise<void> {
  const mailed = cancelled.filter(
    (row) =>
      row.startsAt > scene.now &&
      (row.rhythmId === null || row.sequence > 1 || row.startsAt.getTime() - mailedBefore <= scene.now.getTime()),
  );
  await enqueueNotices(
    scene.tx,
    mailed.flatMap((row) => calendarOf(scene, row, "CANCEL")),
  );
}

export const toPeople = (ids: readonly string[]): PersonId[] => ids.map((id) => personIdSchema.parse(id));
