import type { PersonId } from "@/lib/ids";
import type { CalendarTitleRefusal } from "@/lib/notices/calendar-title";
import { calendarTitleRefusal } from "@/lib/notices/calendar-title";
import type { NoticeSettings, NoticeSettingsChange } from "@/lib/notices/settings";
import { defaultNoticeSettings } from "@/lib/notices/usual-settings";
import { ok, type Result, refuse } from "@/lib/result";
import { tellHome } from "@/server/couples/tell-home";
import { addJobs, type Transaction } from "@/server/jobs/queue";
import * as repository from "@/server/notices/repository";
import { jobKeyOf } from "@/server/notices/service";
import { tellAgain } from "@/server/plans/telling-again";

/** How somebody wants to be told. */
export async function readNoticeSettings(personId: PersonId): Promise<NoticeSettings> {
  const [row] = await repository.listSettings([personId]);
  if (row === undefined) return defaultNoticeSettings;
  const { personId: _, ...settings } = row;
  return settings;
}

/**
 * Changes some of it; what is not named stays, so that two devices that change different things at once both get their way. What
 * waits follows in the same transaction: reminders move, and what was put off to the end of quiet hours is asked about again.
 */
export async function changeNoticeSettings(
  personId: PersonId,
  change: NoticeSettingsChange,
  now = new Date(),
): Promise<Result<null, CalendarTitleRefusal>> {
  const { calendarTitle, ...rest } = change;
  const refusal = calendarTitle === undefined ? null : calendarTitleRefusal(calendarTitle);
  if (refusal !== null) return refuse(refusal);
  const settings = { ...rest, ...(calendarTitle !== undefined && { calendarTitle: calendarTitle.trim() }) };
  await tellAgain(
    personId,
    async (tx) => {
      await repository.upsertSettings(personId, settings, tx);
      if (change.quietFrom !== undefined) await wakePutOff(tx, personId, now);
    },
    now,
  );
  tellHome([personId]);
  return ok(null);
}

/** Quiet hours are by the person's own clock: another zone moves them, and with them the end of what waits for it. */
export const quietHoursMoved = (personId: PersonId, now = new Date()): Promise<void> =>
  repository.inTransaction((tx) => wakePutOff(tx, personId, now));

/** Whatever was put off is looked at now; if the new hours are quiet too, it is put off to their end. */
async function wakePutOff(tx: Transaction, personId: PersonId, now: Date): Promise<void> {
  const woken = await repository.wakePutOff(tx, personId, now);
  await addJobs(
    tx,
    "sendNotice",
    woken.map((noticeId) => ({ payload: { noticeId }, runAt: now, key: jobKeyOf(noticeId) })),
  );
}
