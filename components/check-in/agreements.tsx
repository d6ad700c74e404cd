import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import type { Agreement } from "@/lib/check-in/state";
import { useRoomContext, useStep } from "./room";
import { WritingCard } from "./writing-card";

/** What both said yes to in this check-in. Either may let one go, alone. */
export function Agreements() {
  const heading = useId();
  const { agreements } = useRoomContext().view;
  const t = useTranslations("room.agreements");
  if (agreements.length === 0) return null;
  return (
    <section className="grid gap-3" aria-labelledby={heading}>
      <h2 id={heading} className="text-lead font-semibold">
        {t("title", { count: agreements.length })}
      </h2>
      <ul className="grid gap-4">
        {agreements.map((agreement) => (
          <li key={agreement.id}>
            <AgreementCard agreement={agreement} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function AgreementCard({ agreement: { id, request, answer, retiredAt } }: { agreement: Agreement }) {
  const { view, names, send, sending } = useRoomContext();
  const { theirName: name } = useStep();
  const t = useTranslations("room.agreements");
  const [asking, setAsking] = useState(false);
  return (
    <div className="grid gap-2">
      <WritingCard writing={request} name={names[request.seat]} says={t("asked")} />
      {answer.words && <WritingCard writing={answer} name={names[answer.seat]} says={t("answered")} className="ml-6" />}
      {retiredAt !== null && <p className="text-muted">{t("retired")}</p>}
      {retiredAt === null && view.legal.includes("retire") && (
        <Button tone="quiet" className="justify-self-start" onClick={() => setAsking(true)}>
          {t("letGo")}
        </Button>
      )}
      <Confirm
        open={asking && retiredAt === null}
        onClose={() => setAsking(false)}
        onConfirm={() => send({ type: "retire", agreement: id })}
        title={t("confirm.title")}
        consequences={[t("confirm.what"), t("confirm.who", { name })]}
        confirmLabel={t("letGo")}
        cancelLabel={t("confirm.keep")}
        pending={sending === "retire"}
      />
    </div>
  );
}
