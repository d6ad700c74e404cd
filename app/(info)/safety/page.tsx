import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PlainPage } from "@/components/info/plain-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("info.safety");
  return { title: t("title") };
}

export default function SafetyPage() {
  return <PlainPage name="safety" />;
}
