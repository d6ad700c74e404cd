import { readEnv } from "@/server/env";

export type MailRoute = {
  /** Null: nothing can leave, and mails are held for whoever runs the server. */
  smtpUrl: string | null;
  from: string;
  /** The address people open, without a path: where links lead. */
  publicUrl: string;
};

/** How mail leaves this installation. Boot has laid the public address down for every copy of this module. */
export function mailRoute(): MailRoute {
  const { SMTP_URL, MAIL_FROM, PUBLIC_URL, PORT } = readEnv(process.env);
  const publicUrl = new URL(process.env.NEXTAUTH_URL ?? PUBLIC_URL ?? `http://localhost:${PORT}`).origin;
  return { smtpUrl: SMTP_URL ?? null, from: MAIL_FROM ?? `heard@${new URL(publicUrl).hostname}`, publicUrl };
}
