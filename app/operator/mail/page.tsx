import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Mailbox } from "@/components/notices/mailbox";
import { OperatorToken } from "@/components/notices/operator-token";
import { loadMailbox } from "@/server/mail/loaders";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("mailbox");
  return { title: t("title"), robots: { index: false } };
}

/** Mail that could not leave, for whoever runs the server. */
export default async function MailboxPage({ searchParams }: { searchParams: Promise<{ refused?: string }> }) {
  const mailbox = await loadMailbox();
  if (mailbox === "askToken") return <OperatorToken isRefused={(await searchParams).refused === "1"} />;
  return <Mailbox leaves={mailbox.leaves} mails={mailbox.mails} />;
}
