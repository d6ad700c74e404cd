import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Unsubscribe } from "@/components/notices/unsubscribe";
import { loadUnsubscribe } from "@/server/notices/loaders";

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ done?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("unsubscribe");
  return { title: t("name"), robots: { index: false } };
}

/** Where a mail's link leads. It changes nothing by itself: there is a button. */
export default async function UnsubscribePage({ params, searchParams }: Props) {
  const { token } = await params;
  const mails = loadUnsubscribe(token);
  return <Unsubscribe mails={mails} action={`/api/unsubscribe/${token}`} isDone={(await searchParams).done === "1"} />;
}
