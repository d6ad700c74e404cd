import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HeldMail } from "@/components/notices/held-mail";
import { loadHeldMail } from "@/server/mail/loaders";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("mailbox");
  return { title: t("one"), robots: { index: false } };
}

export default async function HeldMailPage({ params }: { params: Promise<{ id: string }> }) {
  return <HeldMail mail={await loadHeldMail((await params).id)} />;
}
