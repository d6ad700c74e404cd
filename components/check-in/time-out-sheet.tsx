import { useTranslations } from "next-intl";
import { type SubmitEvent, useState } from "react";
import { LocalTime } from "@/components/ui/local-time";
import { RadioRow } from "@/components/ui/radio-row";
import { Sheet } from "@/components/ui/sheet";
import { type PauseTime, pauseMinutes, pauseTimes } from "./pause-minutes";
import { useRoomContext, useStep } from "./room";
import { SendButton } from "./send-button";
import { useSheets } from "./sheets";
import { useNow } from "./use-now";

/** A pause needs no permission, only a time to come back. The same sheet makes a pause longer. */
export function TimeOutSheet() {
  const { send, clockOffsetMs } = useRoomContext();
  const { theirName: name } = useStep();
  const { shown, show } = useSheets();
  const t = useTranslations("timeOut.sheet");
  const [time, setTime] = useState<PauseTime>("in20");
  const now = useNow(20_000);
  const type = shown === "extend" ? "extend" : "pause";
  if (now === null) return null;

  const minutesOf = (choice: PauseTime) => pauseMinutes(choice, new Date(now));
  const minutes = minutesOf(time) ?? 20;
  const pause = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    show(null);
    send({ type, minutes });
  };
  return (
    <Sheet open={shown === "pause" || shown === "extend"} onClose={() => show(null)} title={t(`${type}.title`)}>
      <form onSubmit={pause} className="grid gap-4">
        <p>{t(`${type}.about`, { name })}</p>
        <RadioRow
          legend={t("legend")}
          name="minutes"
          value={time}
          onChange={setTime}
          layout="stack"
          options={pauseTimes
            .filter((choice) => minutesOf(choice) !== null)
            .map((value) => ({ value, label: t(value) }))}
        />
        <p className="font-semibold">
          {t.rich("backAt", {
            time: () => (
              <LocalTime
                at={new Date(now + clockOffsetMs + minutes * 60_000).toISOString()}
                show={minutes < 720 ? "time" : "dayAndTime"}
              />
            ),
          })}
        </p>
        <SendButton command={type} submits wide>
          {t(`${type}.send`)}
        </SendButton>
      </form>
    </Sheet>
  );
}
