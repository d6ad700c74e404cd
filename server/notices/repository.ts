import { randomUUID } from "node:crypto";
import type { NoticeChannel } from "@/lib/notices/notice";
import { prisma } from "@/server/database/client";
import type { Transaction } from "@/server/database/transaction";

export { inTransaction } from "@/server/database/transaction";

const settingsColumns = {
  mail: true,
  push: true,
  calendarMail: true,
  reminderMinutes: true,
  quietFrom: true,
  quietUntil: true,
  calendarTitle: true,
  proposalRestHours: true,
} as const;

/** Those who never changed anything have no row. */
export const listSettings = (personIds: readonly string[], tx: Transaction = prisma()) =>
  tx.noticeSettings.findMany({
    where: { personId: { in: [...personIds] } },
    select: { personId: true, ...settingsColumns },
  });

export type SettingsRow = Omit<Awaited<ReturnType<typeof listSettings>>[number], "personId">;

export const upsertSettings = (personId: string, settings: Partial<SettingsRow>, tx: Transaction = prisma()) =>
  tx.noticeSettings.upsert({
    where: { personId },
    create: { personId, ...settings },
    update: settings,
    select: { personId: true },
  });

export type NewNotice = {
  personId: string;
  coupleId: string | null;
  channel: NoticeChannel;
  kind: string;
  subject: string;
  dueAt: Date;
  detail: unknown;
};

/**
 * One row a person, channel and subject. A row that waits already takes the new time and detail, and one that was dropped waits
 * anew: nobody was told. One that has gone out, or is on its way, stays as it is.
 *
 * @returns the rows that wait now; in the order of their ids, so that two who do this at once never wait for each other
 */
export async function upsertNotices(tx: Transaction, notices: readonly NewNotice[]) {
  const rows = JSON.stringify(
    notices.map((notice) => ({ ...notice, id: randomUUID(), dueAt: notice.dueAt.toISOString() })),
  );
  return tx.$queryRaw<{ id: string; dueAt: Date }[]>`
    INSERT INTO "Notice" AS kept ("id", "personId", "coupleId", "channel", "kind", "subject", "detail", "dueAt")
    SELECT n."id", n."personId", n."coupleId", n."channel", n."kind", n."subject", n."detail", n."dueAt"
    FROM json_to_recordset(${rows}::json) AS n(
      "id" uuid, "personId" uuid, "coupleId" uuid, "channel" "NoticeChannel", "kind" text, "subject" text, "detail" jsonb,
      "dueAt" timestamptz
    )
    ORDER BY n."personId", n."channel", n."subject"
    ON CONFLICT ("personId", "channel", "subject") DO UPDATE SET
      "dueAt" = EXCLUDED."dueAt", "detail" = EXCLUDED."detail", "status" = 'waiting', "endedAt" = NULL, "tries" = 0
    WHERE kept."status" IN ('waiting', 'dropped')
    RETURNING "id"::text, "dueAt"`;
}

/** @returns the ids of those that had not begun to go out */
export async function dropWaiting(tx: Transaction, coupleId: string, subjectPrefix: string): Promise<string[]> {
  const dropped = await tx.notice.updateManyAndReturn({
    where: { coupleId, subject: { startsWith: subjectPrefix }, status: "waiting" },
    data: { status: "dropped", endedAt: new Date() },
    select: { id: true },
  });
  return dropped.map(({ id }) => id);
}

/** @returns false when there is no such person */
export async function turnOff(personId: string, mails: "mail" | "calendarMail"): Promise<boolean> {
  if ((await prisma().person.count({ where: { id: personId } })) === 0) return false;
  await upsertSettings(personId, { [mails]: false });
  return true;
}

/** Makes due what was taken up once and put off. @returns the ids */
export async function wakePutOff(tx: Transaction, personId: string, now: Date): Promise<string[]> {
  const woken = await tx.notice.updateManyAndReturn({
    where: { personId, status: "waiting", tries: { gt: 0 }, dueAt: { gt: now } },
    data: { dueAt: now },
    select: { id: true },
  });
  return woken.map(({ id }) => id);
}
