import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PlainPage } from "@/components/info/plain-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("info.method");
  return { title: t("title") };
}

export default function MethodPage() {
  return <PlainPage name="method" />;
}
