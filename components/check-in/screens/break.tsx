import { useTranslations } from "next-intl";
import { ActionBar } from "@/components/ui/action-bar";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { LocalTime } from "@/components/ui/local-time";
import type { View } from "@/lib/check-in/view";
import { MinuteBreath } from "../minute-breath";
import { useRoomContext, useStep } from "../room";
import { SendButton } from "../send-button";
import { useSheets } from "../sheets";
import { BarButton } from "../step-actions";
import { StepHeading } from "../step-heading";
import { useNow } from "../use-now";

const rescheduleAfterMs = 30 * 60_000;

type OnBreak = NonNullable<View["onBreak"]>;

/** A pause: pens down for both, the time of the return, and something to do meanwhile that is not talking. */
export function BreakScreen({ onBreak: { until, by, back } }: { onBreak: OnBreak }) {
  const { view, send, clockOffsetMs } = useRoomContext();
  const { me, theirName: name } = useStep();
  const { show } = useSheets();
  const t = useTranslations("timeOut");
  const now = useNow(20_000);
  const serverNow = now === null ? view.stepAt : now + clockOffsetMs;
  const iAmBack = back.includes(me);
  const days = until - serverNow > 12 * 3_600_000;
  const heading = iAmBack ? "notHereYet" : by === me ? "mine" : "theirs";
  return (
    <>
      <StepHeading eyebrow={t("title")}>{t(heading, { name })}</StepHeading>
      <p className="text-lead font-semibold">
        {t.rich("backAt", {
          time: () => <LocalTime at={new Date(until).toISOString()} show={days ? "dayAndTime" : "time"} />,
        })}
      </p>
      {iAmBack ? (
        <p className="max-w-measure text-muted">{t("notHereYetWords", { name })}</p>
      ) : (
        <>
          <p className="max-w-measure">{t("meanwhile")}</p>
          <MinuteBreath seconds={60} label={t("breathe")} />
        </>
      )}
      {serverNow > until + rescheduleAfterMs && (
        <Card tone="us" className="grid gap-3">
          <p>{t("longAfter")}</p>
          <Button tone="secondary" className="justify-self-start" onClick={() => show("endKindly")}>
            {t("anotherDay")}
          </Button>
        </Card>
      )}
      <ActionBar>
        <div className="mr-auto -ml-3 flex">
          {view.legal.includes("extend") && <BarButton onClick={() => show("extend")}>{t("longer")}</BarButton>}
          <BarButton onClick={() => show("endKindly")}>{t("anotherDay")}</BarButton>
        </div>
        <SendButton command="comeBack" onClick={() => send({ type: "comeBack" })}>
          {t("back")}
        </SendButton>
      </ActionBar>
    </>
  );
}
