import {
  type NoticeChannel,
  type NoticeKind,
  type NoticeRequest,
  noticeDetails,
  noticePolicy,
} from "@/lib/notices/notice";
import type { NoticeSettings } from "@/lib/notices/settings";
import { defaultNoticeSettings } from "@/lib/notices/usual-settings";
import { addJob, addJobs, oneConnection, removeJobs, type Transaction } from "@/server/jobs/queue";
import { log } from "@/server/log";
import { clearHeldMail } from "@/server/mail/service";
import {
  type Claimed,
  declareUnsure,
  deleteEndedBefore,
  listLeftBehind,
  putOff,
} from "@/server/notices/outbox-repository";
import * as repository from "@/server/notices/repository";

const mostLeftBehind = 500;
/** Longer than anything that the same subject could be asked for again. */
const keepEndedMs = 400 * 24 * 3_600_000;

/** The job that sends one row of the outbox. */
export const jobKeyOf = (noticeId: string): string => `notice/${noticeId}`;

/**
 * Leaves notices behind in the transaction that causes them: a row in the outbox for each channel that the person has on, and
 * a job that sends it. Whether it still holds is asked again when its time comes; quiet hours are kept then too.
 *
 * The same subject again, while the notice waits or after it was dropped, moves it; once it has gone out, nothing happens.
 *
 * @throws when a detail is none of its kind, before anything is written
 */
export async function enqueueNotices(tx: Transaction, requests: readonly NoticeRequest[]): Promise<void> {
  if (requests.length === 0) return;
  const rows = await repository.listSettings([...new Set(requests.map(({ personId }) => personId))], tx);
  const settings = new Map(rows.map(({ personId, ...row }) => [personId, row]));
  const wanted = requests.flatMap((request) => {
    const detail = noticeDetails[request.kind].parse(request.detail);
    const own = settings.get(request.personId) ?? defaultNoticeSettings;
    return channelsFor(request.kind, own).map((channel) => ({ ...request, detail, channel }));
  });
  // One statement can't touch a row twice; of two of the same subject the later one counts.
  const unique = new Map(wanted.map((one) => [`${one.personId}/${one.channel}/${one.subject}`, one]));
  if (unique.size === 0) return;
  const waiting = await repository.upsertNotices(tx, [...unique.values()]);
  const sends = waiting.map(({ id, dueAt }) => ({ payload: { noticeId: id }, runAt: dueAt, key: jobKeyOf(id) }));
  await addJobs(tx, "sendNotice", sends);
}

/** Takes back what has not begun to go out, of everybody in the couple, by the beginning of its subject (`reminder/PLANNED-ID/`). */
export async function dropNotices(
  tx: Transaction,
  { coupleId, subjectPrefix }: { coupleId: string; subjectPrefix: string },
): Promise<void> {
  const dropped = await repository.dropWaiting(tx, coupleId, subjectPrefix);
  await removeJobs(tx, dropped.map(jobKeyOf));
}

/** Puts a notice back among those that wait, and its job with it. Nothing happens when another worker has it by now. */
export async function waitUntil(row: Claimed, dueAt: Date): Promise<void> {
  await repository.inTransaction(async (tx) => {
    if (!(await putOff(row, dueAt, tx))) return;
    await addJob(tx, "sendNotice", { noticeId: row.id }, { runAt: dueAt, key: jobKeyOf(row.id) });
  });
}

/**
 * What died with its worker: handed over, and nobody knows (never sent again, and the log says so); or not handed over, and
 * given to another. Old rows of what is over are cleared away.
 *
 * @param deadAfter ms after which a claim is a dead worker's
 */
export async function sweepNotices(deadAfter: number): Promise<void> {
  const deadBefore = new Date(Date.now() - deadAfter);
  for (const { id, kind, channel } of await declareUnsure(deadBefore)) {
    log.warn(
      { noticeId: id, kind, channel },
      "a worker died while it handed a notice over: it may or may not have arrived",
    );
  }
  const leftBehind = await listLeftBehind(deadBefore, mostLeftBehind);
  if (leftBehind.length > 0) {
    const sends = leftBehind.map((noticeId) => ({ payload: { noticeId }, key: jobKeyOf(noticeId) }));
    await addJobs(oneConnection(), "sendNotice", sends);
    log.info({ count: leftBehind.length }, "notices were left behind and are sent now");
  }
  await deleteEndedBefore(new Date(Date.now() - keepEndedMs));
  await clearHeldMail(new Date());
}

/** Which channels a kind takes for somebody with these settings. What is essential asks nobody. */
export function channelsFor(kind: NoticeKind, settings: Pick<NoticeSettings, "mail" | "push" | "calendarMail">) {
  const { channels, essential } = noticePolicy[kind];
  if (essential === true) return channels;
  const isOn: Record<NoticeChannel, boolean> = {
    mail: kind === "calendar" ? settings.calendarMail : settings.mail,
    push: settings.push,
  };
  return channels.filter((channel) => isOn[channel]);
}
