import Link from "next/link";
import { useTranslations } from "next-intl";
import { LocalTime } from "@/components/ui/local-time";
import type { CheckInRecord } from "@/lib/check-in/record";
import { Facts } from "./facts";

/** The day of a check-in and what kind it was. Needs no key, so it stands at once. */
export function RecordTitle({ record, base = "/read" }: { record: CheckInRecord; base?: string }) {
  const t = useTranslations("read.letter");
  return (
    <header className="grid gap-1">
      <Link
        href={base}
        prefetch={false}
        className="inline-flex min-h-11 items-center justify-self-start text-us underline underline-offset-4 print:hidden"
      >
        {t("back")}
      </Link>
      <h1 className="text-h1 font-semibold">
        <LocalTime at={new Date(record.openedAt).toISOString()} show="date" />
      </h1>
      <p>
        <Facts {...record} />
      </p>
    </header>
  );
}
