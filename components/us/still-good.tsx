"use client";

import { useTranslations } from "next-intl";
import { useId, useMemo } from "react";
import { useCoupleKey } from "@/components/auth/use-couple-key";
import { createOpener, OpenerProvider } from "@/components/check-in/opener";
import { WritingCard } from "@/components/check-in/writing-card";
import type { Agreement } from "@/lib/check-in/state";
import type { CheckInId, CoupleId, Seat } from "@/lib/ids";

export type StillGoodProps = {
  checkInId: CheckInId;
  standing: readonly Agreement[];
  coupleId: CoupleId;
  names: Readonly<Record<Seat, string>>;
};

/** What both agreed on last time, as a question. Without the key on this device it stays away: home asks for no password. */
export function StillGood({ checkInId, standing, coupleId, names }: StillGoodProps) {
  const t = useTranslations("us.last");
  const heading = useId();
  const found = useCoupleKey(coupleId);
  const key = found.state === "ready" ? found.key : null;
  const opener = useMemo(() => key && createOpener(key, coupleId, checkInId), [key, coupleId, checkInId]);
  if (!opener) return null;
  return (
    <OpenerProvider value={opener}>
      <section aria-labelledby={heading} className="grid gap-2">
        <h3 id={heading} className="font-semibold">
          {t("good")}
        </h3>
        {standing.map(({ id, request }) => (
          <WritingCard key={id} writing={request} name={names[request.seat]} />
        ))}
        <p className="text-small text-muted">{t("goodText")}</p>
      </section>
    </OpenerProvider>
  );
}
