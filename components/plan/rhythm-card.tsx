"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Confirm } from "@/components/ui/confirm";
import { PartnerMark } from "@/components/ui/partner-mark";
import { otherSeat } from "@/lib/other-seat";
import type { RhythmView } from "@/lib/plan/planning";
import type { Pair } from "./pair";
import type { PlanAction } from "./plan-action";
import { PlanRefusalNotice, usePlanRefusalWords } from "./plan-refusal";
import { useRhythmWords } from "./rhythm-words";
import { useTell } from "./told";
import { useAct } from "./use-act";
import { placeOf, sameClock } from "./zone-name";

type Named = PlanAction<{ rhythmId: string }>;
export type RhythmCardProps = {
  rhythm: RhythmView | null;
  pair: Pair;
  end: Named;
};

/** The rhythm that holds, or the way to one. Ended by either alone, asked twice. Needs `plan`. */
export function RhythmCard({ rhythm, pair, end }: RhythmCardProps) {
  const t = useTranslations("plan.rhythm");
  return (
    <Card aria-labelledby="rhythm" className="grid content-start gap-3">
      <h2 id="rhythm" className="text-lead font-semibold">
        {t("title")}
      </h2>
      {rhythm === null ? (
        <>
          <p className="text-muted">{t("none")}</p>
          <ButtonLink href="/plan/rhythm" prefetch={false} tone="secondary" className="justify-self-start">
            {t("make")}
          </ButtonLink>
        </>
      ) : (
        <Holds {...{ rhythm, pair, end }} />
      )}
    </Card>
  );
}

function Holds({ rhythm, pair, end }: RhythmCardProps & { rhythm: RhythmView }) {
  const t = useTranslations("plan.rhythm");
  const [asks, setAsks] = useState(false);
  const { act, pending, refused } = useAct();
  const wordsFor = usePlanRefusalWords(pair.zone);
  const tell = useTell();
  const press = () =>
    act(end, { rhythmId: rhythm.rhythmId }, () => {
      setAsks(false);
      tell(t("ended"));
    });
  return (
    <>
      <RhythmSentence rhythm={rhythm} pair={pair} />
      <div className="-ml-4 flex flex-wrap">
        <ButtonLink href="/plan/rhythm" prefetch={false} tone="quiet">
          {t("change")}
        </ButtonLink>
        <Button tone="quiet" onClick={() => setAsks(true)}>
          {t("end")}
        </Button>
      </div>
      <Confirm
        open={asks}
        onClose={() => setAsks(false)}
        onConfirm={press}
        title={t("endTitle")}
        consequences={[t("endOne"), t("endTwo", { name: pair.theirName })]}
        confirmLabel={t("end")}
        cancelLabel={t("keep")}
        pending={pending}
        error={refused && wordsFor(refused)}
      />
    </>
  );
}

export type OfferedRhythmProps = {
  rhythm: RhythmView;
  pair: Pair;
  /** One holds already, which this one would follow. */
  replaces: boolean;
  agree: Named;
  decline: Named;
};

/** A rhythm that waits for the other's yes: whose move it is, and the answers. Needs `plan`. */
export function OfferedRhythm({ rhythm, pair, replaces, agree, decline }: OfferedRhythmProps) {
  const t = useTranslations("plan.rhythm");
  const { act, pending, refused } = useAct();
  const tell = useTell();
  const { mine, rhythmId } = rhythm;
  const { theirName: name, seat } = pair;
  return (
    <Card tone="us" aria-labelledby="offered-rhythm" className="grid content-start gap-3">
      <div className="grid gap-1">
        <h2 id="offered-rhythm" className="text-lead font-semibold">
          {t(mine ? "youOffer" : "theyOffer", { name })}
        </h2>
        <PartnerMark seat={mine ? otherSeat(seat) : seat} name={mine ? t("theirMove", { name }) : t("yourMove")} />
      </div>
      <RhythmSentence rhythm={rhythm} pair={pair} />
      {replaces && <p className="text-small text-muted">{t("replaces")}</p>}
      <PlanRefusalNotice refused={refused} zone={pair.zone} />
      {mine ? (
        <Button
          tone="secondary"
          className="justify-self-start"
          pending={pending}
          onClick={() => act(decline, { rhythmId }, () => tell(t("takenBack")))}
        >
          {t("takeBack")}
        </Button>
      ) : (
        <div className="grid gap-2 sm:flex sm:flex-wrap">
          <Button pending={pending} onClick={() => act(agree, { rhythmId }, () => tell(t("agreed")))}>
            {t("agree")}
          </Button>
          <Button
            tone="secondary"
            pending={pending}
            onClick={() => act(decline, { rhythmId }, () => tell(t("declined", { name })))}
          >
            {t("decline")}
          </Button>
        </div>
      )}
    </Card>
  );
}

/** The sentence, and by whose clocks it goes where they differ. */
function RhythmSentence({ rhythm: { rule, minutes, zone }, pair }: { rhythm: RhythmView; pair: Pair }) {
  const t = useTranslations("plan.rhythm");
  const words = useRhythmWords();
  const differs = [pair.zone, pair.theirZone].some((own) => own !== null && !sameClock(own, zone));
  return (
    <div className="grid gap-1">
      <p className="font-semibold">{words(rule, minutes)}</p>
      <p className="text-small text-muted">
        {t("until")} {differs && t("anchored", { place: placeOf(zone) })}
      </p>
    </div>
  );
}
