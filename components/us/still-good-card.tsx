import Link from "next/link";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { AgreementWords } from "@/components/agreements/agreement-words";
import { AgreementRefusal } from "@/components/agreements/refusal";
import { useAsking } from "@/components/agreements/use-agreement";
import { createOpener } from "@/components/check-in/create-opener";
import { OpenerProvider } from "@/components/check-in/opener";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { commandIdSchema } from "@/lib/ids";
import type { StillGoodProps } from "./still-good";

/** The agreement, open, and what can be said of it. Needs `agreements` and `turn`. */
export function StillGoodCard({
  agreement,
  coupleId,
  coupleKey,
  names,
  review,
}: StillGoodProps & { coupleKey: CryptoKey }) {
  const t = useTranslations("agreements");
  const { id: agreementId, checkInId } = agreement;
  const opener = useMemo(() => createOpener(coupleKey, coupleId, checkInId), [coupleKey, coupleId, checkInId]);
  const { pending, refusal, send } = useAsking();
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
