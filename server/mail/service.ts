import { composeMessage, type Mail } from "@/server/mail/message";
import * as repository from "@/server/mail/repository";
import { mailRoute } from "@/server/mail/route";
import { type Handing, handOverBySmtp, type Outcome } from "@/server/mail/smtp";

export type { Mail } from "@/server/mail/message";
export type { Handing, Outcome } from "@/server/mail/smtp";

/**
 * Sends one mail, or, without SMTP_URL, holds it for whoever runs the server. Used by the outbox alone, which is what keeps it from
 * going out twice. Never throws for what a mail server does.
 *
 * @param handing the outbox's side of it: what it says, and what it writes down, at the last byte
 */
export async function sendMail(mail: Mail, handing: Handing): Promise<Outcome> {
  const { smtpUrl, from, publicUrl } = mailRoute();
  const message = await composeMessage(mail, { from, host: new URL(publicUrl).hostname });
  if (smtpUrl !== null) return handOverBySmtp(smtpUrl, { envelope: { from, to: mail.to }, message }, handing);
  // First the row, which is there once whoever writes it how often; so there is no moment that nobody can know about.
  await repository.holdMail({ id: mail.id, to: mail.to, subject: mail.subject, raw: message.toString("utf8") });
  if (!(await handing.stillOurs())) return "lost";
  handing.mark();
  return "sent";
}

/** Whether a mail leaves this server at all. */
export const mailLeaves = (): boolean => mailRoute().smtpUrl !== null;

const day = 24 * 3_600_000;
const keepHeldDays = 30;

/** @returns how many went */
export const clearHeldMail = (now: Date): Promise<number> =>
  repository.deleteHeldBefore(new Date(now.getTime() - keepHeldDays * day));
export { closeSmtp } from "@/server/mail/smtp";
