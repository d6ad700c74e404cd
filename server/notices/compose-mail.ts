import type { KnownNotice } from "@/lib/notices/notice";
import { noticePolicy } from "@/lib/notices/notice";
import type { NoticeSettings } from "@/lib/notices/settings";
import { mailFooter, mailWords } from "@/lib/notices/words";
import { invitation } from "@/lib/plan/calendar/invitation";
import { recoveryPath } from "@/server/keys/recovery-token";
import { mailRoute } from "@/server/mail/route";
import type { Mail } from "@/server/mail/service";
import { findPlanned } from "@/server/notices/facts-repository";
import { unsubscribeToken } from "@/server/notices/unsubscribe";
import { eventOf } from "@/server/plans/calendar-event";

type Reader = { id: string; email: string; zone: string; settings: NoticeSettings };
type Composed = KnownNotice & { id: string; coupleId: string | null };

/** One notice as a mail: plain text, the same as simple HTML, and a calendar part where it is for a calendar. */
export async function composeMail(notice: Composed, reader: Reader, now: Date): Promise<Mail> {
  const { publicUrl } = mailRoute();
  const recovery = notice.kind === "recovery" ? { recoveryPath: recoveryPath(notice.detail.ticketId) } : {};
  const words = mailWords(notice, { zone: reader.zone, ...recovery });
  const mails = notice.kind === "calendar" ? "calendarMail" : "mail";
  const token = noticePolicy[notice.kind].essential === true ? null : unsubscribeToken(reader.id, mails);
  const body = {
    lines: words.lines,
    links: [{ label: words.link.label, url: publicUrl + words.link.path }],
    footer: [
      ...(token === null ? [] : [{ label: mailFooter.unsubscribe, url: `${publicUrl}/unsubscribe/${token}` }]),
      { label: mailFooter.settings.label, url: publicUrl + mailFooter.settings.path },
    ],
  };
  return {
    id: notice.id,
    to: reader.email,
    subject: words.subject,
    text: textOf(body),
    html: htmlOf(body),
    at: now,
    unsubscribeUrl: token === null ? null : `${publicUrl}/api/unsubscribe/${token}`,
    calendar: notice.kind === "calendar" ? await calendarOf(notice, reader, now) : null,
  };
}

type Link = { label: string; url: string };
type Body = { lines: readonly string[]; links: readonly Link[]; footer: readonly Link[] };

function textOf({ lines, links, footer }: Body): string {
  const show = ({ label, url }: Link) => `${label}: ${url}`;
  return [...lines, "", ...links.map(show), "", "-- ", ...footer.map(show), mailFooter.notTherapy, ""].join("\n");
}

/** No picture, no style sheet, no tracking: nothing in it is fetched from anywhere. */
function htmlOf({ lines, links, footer }: Body): string {
  const show = ({ label, url }: Link) => `<a href="${escapeHtml(url)}">${escapeHtml(label)}</a>`;
  const paragraph = (inner: string) => `<p style="margin:0 0 12px">${inner}</p>`;
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"></head>',
    '<body style="font-family:system-ui,sans-serif;font-size:16px;line-height:1.5;max-width:32em;padding:16px">',
    ...lines.map((line) => paragraph(escapeHtml(line))),
    ...links.map((link) => paragraph(show(link))),
    '<hr style="border:0;border-top:1px solid #999;margin:24px 0 12px">',
    `<p style="font-size:14px">${footer.map(show).join("<br>")}</p>`,
    `<p style="font-size:14px">${escapeHtml(mailFooter.notTherapy)}</p></body></html>`,
  ].join("\n");
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (character) => entities[character] ?? "");

/** From the row as it is now, so that what arrives is what is planned. */
async function calendarOf(
  { detail, coupleId }: Extract<Composed, { kind: "calendar" }>,
  { email, settings }: Reader,
  now: Date,
): Promise<Mail["calendar"]> {
  const planned = coupleId === null ? null : await findPlanned(coupleId, detail.plannedId);
  if (planned === null) throw new Error("a calendar mail without what it is about");
  const { from, publicUrl } = mailRoute();
  const { method } = detail;
  const ics = invitation({
    ...eventOf(planned, settings.calendarTitle),
    url: `${publicUrl}/plan`,
    method,
    organizer: { name: "Heard", email: from },
    attendee: { name: "", email },
    now: now.getTime(),
  });
  return { method, ics };
}
