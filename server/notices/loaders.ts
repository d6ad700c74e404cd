import "server-only";
import { notFound } from "next/navigation";
import type { NoticeSettings } from "@/lib/notices/settings";
import { requireSignedIn } from "@/server/auth/loaders";
import { mailLeaves } from "@/server/mail/service";
import { findReader } from "@/server/notices/facts-repository";
import { vapidPublicKey } from "@/server/notices/push";
import { readNoticeSettings } from "@/server/notices/settings";
import { type Mails, readUnsubscribeToken } from "@/server/notices/unsubscribe";

export type NoticesView = {
  settings: NoticeSettings;
  /** Null before any browser has told it. */
  zone: string | null;
  email: string;
  /** False: this installation has no SMTP_URL, and no mail leaves it. */
  sendsMail: boolean;
  /** What a browser subscribes with; null where this installation can't push. */
  pushKey: string | null;
};

/** How this person is told, and what can't be sent from here. */
export async function loadNotices(): Promise<NoticesView> {
  const { personId, email } = await requireSignedIn();
  const [settings, reader] = await Promise.all([readNoticeSettings(personId), findReader(personId)]);
  return { settings, email, zone: reader?.zone ?? null, sendsMail: mailLeaves(), pushKey: vapidPublicKey() };
}

/** Which mails a link would end. Looking changes nothing: mail programs open links by themselves. */
export function loadUnsubscribe(token: string): Mails {
  return readUnsubscribeToken(token)?.mails ?? notFound();
}
