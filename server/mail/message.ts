import MailComposer from "nodemailer/lib/mail-composer";

export type CalendarPart = { method: "REQUEST" | "CANCEL"; ics: string };

export type Mail = {
  /** Of the notice: the same notice is the same Message-ID, however often it is tried. */
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  at: Date;
  /** Where one POST ends mails like this one (RFC 8058), or null for what can't be ended. */
  unsubscribeUrl: string | null;
  calendar: CalendarPart | null;
};

/**
 * The whole message (RFC 5322), made before anything is sent. Nobody's name is in a header; nodemailer folds what is there, so that no
 * line break in a value can begin a header of its own.
 */
export function composeMessage(mail: Mail, { from, host }: { from: string; host: string }): Promise<Buffer> {
  const { calendar, unsubscribeUrl } = mail;
  return new MailComposer({
    from: { name: "Heard", address: from },
    to: { name: "", address: mail.to },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    date: mail.at,
    messageId: `<${mail.id}@${host}>`,
    headers: {
      // RFC 3834: no vacation notice answers it.
      "Auto-Submitted": "auto-generated",
      ...(unsubscribeUrl !== null && {
        "List-Unsubscribe": { prepared: true, value: `<${unsubscribeUrl}>` },
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      }),
    },
    // As a part that calendar programs read (RFC 6047), and as a file for those that don't.
    ...(calendar !== null && {
      icalEvent: { method: calendar.method, filename: "heard.ics", content: calendar.ics },
    }),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}
