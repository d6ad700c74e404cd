import { knownNoticeSchema, noticePolicy } from "@/lib/notices/notice";
import { afterQuiet } from "@/lib/notices/quiet-hours";
import { defaultNoticeSettings } from "@/lib/notices/usual-settings";
import { zoneSchema } from "@/lib/plan/zone";
import { log } from "@/server/log";
import { mailLeaves, type Outcome, sendMail } from "@/server/mail/service";
import { composeMail } from "@/server/notices/compose-mail";
import * as facts from "@/server/notices/facts-repository";
import * as outbox from "@/server/notices/outbox-repository";
import { sendPush } from "@/server/notices/push";
import { channelsFor, waitUntil } from "@/server/notices/service";
import { stillHolds, uselessFrom } from "@/server/notices/still-holds";

/** A claim that nobody did anything about for so long is a dead worker's. */
export const deadAfterMs = 2 * 60_000;

const seconds = 1_000;
const firstWaitMs = 15 * seconds;
const longestWaitMs = 2 * 3_600 * seconds;
/** About nine hours, from the first try to the last. */
const mostTries = 12;

/**
 * Sends one row of the outbox, once: waiting → claimed → handing → sent. A row in `handing` is never sent again by anybody, because
 * its last byte may have gone out; everything before it may be done anew. Running this twice for one row, or on two nodes at the
 * same moment, sends once.
 */
export async function sendNotice(noticeId: string, deadAfter = deadAfterMs): Promise<void> {
  const over = unwritten().get(noticeId);
  if (over !== undefined) return writeDown(over.row, over.status);
  const now = new Date();
  const row = await outbox.claim(noticeId, now, new Date(now.getTime() - deadAfter));
  if (row === null) return;
  const record = { noticeId, kind: row.kind, channel: row.channel };
  const { data: notice } = knownNoticeSchema.safeParse(row);
  const reader = await facts.findReader(row.personId);
  // A kind or a detail of another version of this program.
  if (notice === undefined || reader === null) return drop(row, "unknown");

  const settings = reader.noticeSettings ?? defaultNoticeSettings;
  const zone = zoneSchema.safeParse(reader.zone).data ?? "UTC";
  if (!channelsFor(notice.kind, settings).includes(row.channel)) return drop(row, "turned off");
  const { essential, atItsTime } = noticePolicy[notice.kind];
  const goesAt = essential === true || atItsTime === true ? now.getTime() : afterQuiet(now.getTime(), settings, zone);
  if (goesAt >= (uselessFrom(notice) ?? Number.POSITIVE_INFINITY)) return drop(row, "too late");
  if (!(await stillHolds({ ...notice, coupleId: row.coupleId }, reader, now.getTime())))
    return drop(row, "no longer so");
  if (goesAt > now.getTime()) return putOff(row, new Date(goesAt), "quiet hours");

  const handing = outbox.handingOf(row, deadAfter);
  const known = { ...notice, id: row.id, coupleId: row.coupleId, subject: row.subject };
  let outcome: Outcome | "nobody";
  if (row.channel === "push") outcome = await sendPush(known, { id: reader.id, zone }, handing);
  else outcome = await sendMail(await composeMail(known, { ...reader, zone, settings }, now), handing);

  if (outcome === "nobody") return drop(row, "no device");
  if (outcome === "lost") return void log.info(record, "a notice was taken over by another worker");
  if (outcome === "later" && row.tries < mostTries) {
    const wait = Math.min(longestWaitMs, firstWaitMs * 4 ** (row.tries - 1));
    return putOff(row, new Date(Date.now() + wait), "not taken yet");
  }
  const status = outcome === "later" || outcome === "refused" ? "undeliverable" : outcome;
  await writeDown(row, status);
  const isHeld = row.channel === "mail" && !mailLeaves();
  const sent = isHeld ? "a notice is held on this server, which sends no mail" : "a notice was sent";
  if (status === "sent") log.info({ ...record, ms: Date.now() - now.getTime() }, sent);
  else log.warn({ ...record, status }, "a notice may not have arrived");
}

type Ending = "sent" | "unsure" | "undeliverable";

/*
 * What this process handed over while the database was away, and with it the mark: sending it again would be twice. On globalThis,
 * because one process may hold this module more than once.
 */
declare global {
  var heardUnwritten: Map<string, { row: outbox.Claimed; status: Ending }> | undefined;
}
const unwritten = () => {
  globalThis.heardUnwritten ??= new Map();
  return globalThis.heardUnwritten;
};

/** @throws when the database is away; the next try for this notice then writes it down, and sends nothing */
async function writeDown(row: outbox.Claimed, status: Ending): Promise<void> {
  unwritten().set(row.id, { row, status });
  await outbox.end(row, status);
  unwritten().delete(row.id);
}

async function drop(row: outbox.Claimed, reason: string): Promise<void> {
  await outbox.end(row, "dropped");
  log.info({ noticeId: row.id, kind: row.kind, channel: row.channel, reason }, "a notice was dropped");
}

async function putOff(row: outbox.Claimed, dueAt: Date, reason: string): Promise<void> {
  await waitUntil(row, dueAt);
  log.info({ noticeId: row.id, kind: row.kind, channel: row.channel, reason, dueAt }, "a notice was put off");
}
