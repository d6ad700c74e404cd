"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import type { Pair } from "./pair";
import { When } from "./when";

export type WishGateProps = {
  pair: Pair;
  /** The next planned check-in, epoch ms. */
  nextAt: number | null;
  /** From when asking is possible again, epoch ms: until then the gate offers the two other ways alone. Null: now. */
  againAt: number | null;
  /** The asking itself. */
  children?: ReactNode;
};

/**
 * Soon after a *not today*, before the next asking: a private question. Asking for reassurance again and again feeds the worry
 * that it is meant to still, so the wish is looked at first. What is chosen goes nowhere.
 */
export function WishGate({ pair, nextAt, againAt, children }: WishGateProps) {
  const t = useTranslations("plan.wish");
  const [chosen, setChosen] = useState<"invite" | "bring" | "leave" | null>(null);
  if (chosen === "invite") return children;
  return (
    <Card tone="sunken" aria-labelledby="wish" className="grid gap-3">
      <h2 id="wish" className="text-lead font-semibold">
        {t("title")}
      </h2>
      <p className="text-small text-muted">{t("private")}</p>
      {againAt !== null && (
        <div className="grid gap-0.5">
          <p>{t("again")}</p>
          <When at={againAt} pair={{ ...pair, theirZone: null }} className="font-semibold" />
        </div>
      )}
      {chosen === null ? (
        <div className="grid gap-2 sm:flex sm:flex-wrap">
          {againAt === null && <Button onClick={() => setChosen("invite")}>{t("invite")}</Button>}
          <Button tone="secondary" onClick={() => setChosen("bring")}>
            {t("bring")}
          </Button>
          <Button tone="secondary" onClick={() => setChosen("leave")}>
            {t("leave")}
          </Button>
        </div>
      ) : (
        <div role="status" className="grid justify-items-start gap-3">
          {chosen === "bring" && nextAt !== null ? (
            <>
              <p>{t("bringTo")}</p>
              <When at={nextAt} pair={pair} className="font-semibold" />
            </>
          ) : (
            <p>{t(chosen === "bring" ? "bringSometime" : "left")}</p>
          )}
          <ButtonLink href="/plan" prefetch={false} tone="secondary">
            {t("toPlan")}
          </ButtonLink>
        </div>
      )}
    </Card>
  );
}
