"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { AgreementWords } from "@/components/agreements/agreement-words";
import { AgreementRefusal } from "@/components/agreements/refusal";
import { type AgreementActions, useAsking } from "@/components/agreements/use-agreement";
import { useCoupleKey } from "@/components/auth/use-couple-key";
import { createOpener, OpenerProvider } from "@/components/check-in/opener";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { ListedAgreement } from "@/lib/agreements/agreement";
import { type CoupleId, commandIdSchema, type Seat } from "@/lib/ids";

export type StillGoodProps = {
  agreement: ListedAgreement;
  coupleId: CoupleId;
  names: Readonly<Record<Seat, string>>;
  review: AgreementActions["reviewAgreement"];
};

/** An agreement that nobody has looked at for a while, as a question. Without the key on this device it stays away: home asks for no password. */
export function StillGood({ agreement, coupleId, names, review }: StillGoodProps) {
  const t = useTranslations("agreements");
  const { id: agreementId, checkInId } = agreement;
  const found = useCoupleKey(coupleId);
  const key = found.state === "ready" ? found.key : null;
  const opener = useMemo(() => key && createOpener(key, coupleId, checkInId), [key, coupleId, checkInId]);
  const { pending, refusal, send } = useAsking();
  if (!opener) return null;
  const answer = (answer: "kept" | "partly") =>
    send(answer, review, { agreementId, answer, commandId: commandIdSchema.parse(crypto.randomUUID()) });
  return (
    <OpenerProvider value={opener}>
      <Card aria-labelledby="still-good" className="grid content-start gap-3">
        <h2 id="still-good" className="text-lead font-semibold">
          {t("review.legend")}
        </h2>
        <AgreementWords agreement={agreement} names={names} />
        <div className="flex flex-wrap items-center gap-2">
          {(["kept", "partly"] as const).map((each) => (
            <Button key={each} tone="secondary" onClick={() => answer(each)} pending={pending === each}>
              {t(`review.${each}`)}
            </Button>
          ))}
          <Link
            href={`/read/agreements#agreement-${agreementId}`}
            prefetch={false}
            className="inline-flex min-h-11 items-center px-2 text-us underline underline-offset-4"
          >
            {t("review.changeOrLetGo")}
          </Link>
        </div>
        <p className="text-small text-muted">{t("review.hint")}</p>
        <AgreementRefusal refusal={refusal} />
      </Card>
    </OpenerProvider>
  );
}
