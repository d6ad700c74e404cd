"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useMemo, useState } from "react";
import { createOpener } from "@/components/check-in/create-opener";
import { OpenerProvider } from "@/components/check-in/opener";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Confirm } from "@/components/ui/confirm";
import { LocalTime } from "@/components/ui/local-time";
import { type ListedAgreement, type ReviewAnswer, reviewAnswers } from "@/lib/agreements/agreement";
import { type CoupleId, commandIdSchema, type Seat } from "@/lib/ids";
import { otherSeat } from "@/lib/other-seat";
import { AgreementWords } from "./agreement-words";
import { ChangeForm } from "./change-form";
import { OfferedWords } from "./offered-words";
import { AgreementRefusal } from "./refusal";
import { type AgreementActions, useAsking } from "./use-agreement";

export type AgreementCardProps = {
  agreement: ListedAgreement;
  coupleKey: CryptoKey;
  coupleId: CoupleId;
  seat: Seat;
  names: Readonly<Record<Seat, string>>;
  actions: AgreementActions;
};

const newId = () => commandIdSchema.parse(crypto.randomUUID());

/** One agreement: what it says, how it goes for the one who reads, other words for it, and letting it go. */
export function AgreementCard({ agreement, coupleKey, coupleId, seat, names, actions }: AgreementCardProps) {
  const t = useTranslations("agreements");
  const legend = useId();
  const { id: agreementId, checkInId, agreedAt, retiredAt, offered, reviewed } = agreement;
  const theirName = names[otherSeat(seat)];
  const opener = useMemo(() => createOpener(coupleKey, coupleId, checkInId), [coupleKey, coupleId, checkInId]);
  const { pending, refusal, setRefusal, send } = useAsking();
  const [isChanging, setChanging] = useState(false);
  const [isAsking, setAsking] = useState(false);
  // Whoever was led here by a link to this one finds it, although it is drawn only once the key is there.
  useEffect(() => {
    const id = `agreement-${agreementId}`;
    if (window.location.hash === `#${id}`) document.getElementById(id)?.scrollIntoView();
  }, [agreementId]);
  const review = async (answer: ReviewAnswer) => {
    if (answer === "change") setChanging(!offered);
    await send(answer, actions.reviewAgreement, { agreementId, answer, commandId: newId() });
  };
  const letGo = async () => {
    if (await send("letGo", actions.retireAgreement, { agreementId, commandId: newId() })) setAsking(false);
  };
  return (
    <OpenerProvider value={opener}>
      <Card id={`agreement-${agreementId}`} aria-label={t("one")} className="grid scroll-mt-4 gap-4">
        <div className="grid gap-2">
          <AgreementWords agreement={agreement} names={names} />
          <p className="text-small text-muted">
            {t.rich(retiredAt === null ? "since" : "until", {
              day: () => <LocalTime at={new Date(retiredAt ?? agreedAt).toISOString()} show="date" />,
            })}
          </p>
        </div>
        {retiredAt === null && offered && (
          <OfferedWords
            {...{ offered, seat, names, pending }}
            accept={() => send("accept", actions.acceptChange, { agreementId, offerId: offered.commandId })}
            drop={() => send("drop", actions.dropChange, { agreementId, offerId: offered.commandId })}
          />
        )}
        {retiredAt === null && (
          <fieldset className="grid gap-2" aria-describedby={`${legend}-hint`}>
            <legend className="mb-1 font-semibold">{t("review.legend")}</legend>
            <div className="flex flex-wrap gap-2">
              {reviewAnswers.map((answer) => (
                <Button
                  key={answer}
                  tone="secondary"
                  aria-pressed={reviewed === answer}
                  className="aria-pressed:border-us aria-pressed:bg-us-tint aria-pressed:text-us"
                  onClick={() => review(answer)}
                  pending={pending === answer}
                >
                  {reviewed === answer && <span aria-hidden>✓</span>}
                  {t(`review.${answer}`)}
                </Button>
              ))}
            </div>
            <p id={`${legend}-hint`} className="text-small text-muted">
              {t("review.hint")}
            </p>
          </fieldset>
        )}
        {isChanging && !offered && (
          <ChangeForm
            {...{ agreement, coupleKey, coupleId, seat, theirName }}
            pending={pending === "offer"}
            offer={(offerId, words) => send("offer", actions.offerChange, { agreementId, offerId, words })}
            refuse={setRefusal}
            close={() => setChanging(false)}
          />
        )}
        {!isAsking && <AgreementRefusal refusal={refusal} />}
        {retiredAt === null && (
          <Button tone="quiet" className="-ml-4 justify-self-start" onClick={() => setAsking(true)}>
            {t("letGo.go")}
          </Button>
        )}
        <Confirm
          open={isAsking && retiredAt === null}
          onClose={() => setAsking(false)}
          onConfirm={letGo}
          title={t("letGo.title")}
          consequences={[t("letGo.what"), t("letGo.who", { name: theirName })]}
          confirmLabel={t("letGo.go")}
          cancelLabel={t("letGo.keep")}
          pending={pending === "letGo"}
          error={refusal && <AgreementRefusal refusal={refusal} />}
        />
      </Card>
    </OpenerProvider>
  );
}
