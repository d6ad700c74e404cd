import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Demo } from "@/components/check-in/demo/demo";
import { Words } from "@/components/messages/words";
import { LeaveFooter } from "@/components/shell/leave-footer";
import { PublicShell } from "@/components/shell/public-shell";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("demo");
  return { title: t("title") };
}

type DemoPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Anybody may try it. `?pace=quick` lets the partner answer at once, for tests and for people who read fast. */
export default async function DemoPage({ searchParams }: DemoPageProps) {
  const { pace } = await searchParams;
  return (
    <PublicShell leave={<LeaveFooter />}>
      <Words namespaces={["demo", "room", "turn", "request", "timeOut", "feelings", "account"]}>
        <Demo pace={pace === "quick" ? 0.02 : 1} />
      </Words>
    </PublicShell>
  );
}
