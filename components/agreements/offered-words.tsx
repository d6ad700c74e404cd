"use client";

import { useTranslations } from "next-intl";
import { WritingCard } from "@/components/check-in/writing-card";
import { Button } from "@/components/ui/button";
import type { NewWords } from "@/lib/agreements/agreement";
import type { Seat } from "@/lib/ids";
import { otherSeat } from "@/lib/other-seat";

export type OfferedWordsProps = {
  offered: NewWords;
  seat: Seat;
  names: Readonly<Record<Seat, string>>;
  pending: string | null;
  accept(): void;
  drop(): void;
};

/** Other words that one of them has laid down. Nothing changes before the second yes. */
export function OfferedWords({ offered, seat, names, pending, accept, drop }: OfferedWordsProps) {
  const t = useTranslations("agreements.offer");
  const isMine = offered.seat === seat;
  const name = names[otherSeat(seat)];
  return (
    <div className="grid gap-3 rounded-card border border-dashed border-control p-3">
      <p>{t(isMine ? "mine" : "theirs", { name })}</p>
      <WritingCard writing={offered} name={names[offered.seat]} says={t("says")} />
      <div className="flex flex-wrap gap-2">
        {!isMine && (
          <Button tone="primary" onClick={accept} pending={pending === "accept"}>
            {t("yes")}
          </Button>
        )}
        <Button tone="secondary" onClick={drop} pending={pending === "drop"}>
          {t(isMine ? "takeBack" : "notNow")}
        </Button>
      </div>
    </div>
  );
}
