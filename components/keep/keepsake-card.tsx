"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Action, ask } from "@/components/join/ask";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import type { CheckInId } from "@/lib/ids";

export type KeepsakeCardProps = {
  checkInId: CheckInId;
  yeses: { mine: boolean; theirs: boolean };
  /** The other's. */
  name: string;
  sayYes: Action<{ checkInId: CheckInId; yes: boolean }>;
};

const known = ["notFound", "notLinked", "stillRunning", "signedOut", "offline", "invalid"] as const;

/** Two yeses put a check-in into the book; either may take theirs back. Needs `keepsake`. */
export function KeepsakeCard({ checkInId, yeses, name, sayYes }: KeepsakeCardProps) {
  const t = useTranslations("keepsake");
  const [said, setSaid] = useState<boolean | null>(null);
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<(typeof known)[number] | "unavailable" | null>(null);
  const mine = said ?? yeses.mine;
  const say = async (yes: boolean) => {
    setPending(true);
    setRefusal(null);
    const answer = await ask(sayYes, { checkInId, yes });
    setPending(false);
    if (answer.ok) setSaid(yes);
    else setRefusal(known.find((one) => one === answer.refusal) ?? "unavailable");
  };
  const standing = mine ? (yeses.theirs ? "card.in" : "card.waits") : yeses.theirs ? "card.asked" : "card.text";
  return (
    <Card tone="sunken" aria-labelledby="keepsake" className="grid gap-3 print:hidden">
      <h2 id="keepsake" className="text-lead font-semibold">
        {t("card.title")}
      </h2>
      <p className="max-w-measure text-muted" role="status">
        {t(standing, { name })}
      </p>
      {refusal && <Notice tone="warn">{t(`refusals.${refusal}`)}</Notice>}
      <div className="flex flex-wrap gap-2">
        {mine && yeses.theirs && (
          <ButtonLink href="/read/keepsake" tone="secondary" prefetch={false}>
            {t("card.open")}
          </ButtonLink>
        )}
        <Button
          tone={mine ? "quiet" : "secondary"}
          className={mine && !yeses.theirs ? "-ml-4" : undefined}
          pending={pending}
          onClick={() => void say(!mine)}
        >
          {t(mine ? "card.takeYesBack" : "card.yes")}
        </Button>
      </div>
    </Card>
  );
}
