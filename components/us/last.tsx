import Link from "next/link";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { LocalTime } from "@/components/ui/local-time";
import type { CheckInId } from "@/lib/ids";

export type LastProps = {
  /** `openedAt`: epoch ms. */
  last: { checkInId: CheckInId; openedAt: number };
};

/** The last check-in: when, and the way to read it. Needs `us`. */
export function Last({ last: { checkInId, openedAt } }: LastProps) {
  const t = useTranslations("us.last");
  return (
    <Card aria-labelledby="last" className="grid content-start gap-3">
      <h2 id="last" className="text-lead font-semibold">
        {t("title")}
      </h2>
      <p>
        <LocalTime at={new Date(openedAt).toISOString()} show="date" />
      </p>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <ButtonLink href={`/read/${checkInId}`} prefetch={false} tone="secondary">
          {t("read")}
        </ButtonLink>
        <Link
          href="/read"
          prefetch={false}
          className="inline-flex min-h-11 items-center text-us underline underline-offset-4"
        >
          {t("all")}
        </Link>
      </div>
    </Card>
  );
}
