import {
  type NoticeChannel,
  type NoticeKind,
  type NoticeRequest,
  noticeDetails,
  noticePolicy,
} from "@/lib/notices/notice";
import { defaultNoticeSettings, type NoticeSettings } from "@/lib/notices/settings";
import { addJob, removeJob, type Transaction } from "@/server/jobs/queue";
import * as repository from "@/server/notices/repository";

/** The job that sends one row of the outbox. */
export const jobKeyOf = (noticeId: string): string => `notice/${noticeId}`;

/**
 * Leaves notices behind in the transaction that causes them: a row in the outbox for each channel that the person has on, and
 * a job that sends it. Whether it still holds is asked again when its time comes; quiet hours are kept then too.
 *
 * The same subject again, while the notice waits, moves it; once it has gone out, nothing happens.
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
  for (const { id, dueAt } of await repository.upsertNotices(tx, [...unique.values()])) {
    await addJob(tx, "sendNotice", { noticeId: id }, { runAt: dueAt, key: jobKeyOf(id) });
  }
}

/** Takes back what has not begun to go out, of everybody in the couple, by the beginning of its subject (`reminder/PLANNED-ID/`). */
export async function dropNotices(
  tx: Transaction,
  { coupleId, subjectPrefix }: { coupleId: string; subjectPrefix: string },
): Promise<void> {
  for (const id of await repository.dropWaiting(tx, coupleId, subjectPrefix)) await removeJob(tx, jobKeyOf(id));
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
