import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { useOpener } from "@/components/ui/use-opener";
import { LaneForm } from "./lane-form";
import { LoopRefusalNote } from "./loop-refusal-note";
import { useLoop } from "./loop-table";
import { usePress } from "./use-press";

/** One's own lane to fill; there is no field for the other's. */
export function OwnLane() {
  const t = useTranslations("loop.own");
  const { lanes, seat } = useLoop();
  const { isOpen, setOpen, opener } = useOpener();
  const own = lanes[seat];
  if (own.state === "opening") return null;
  if (isOpen) {
    return <LaneForm saved={own.state === "open" ? own.words : null} onClose={() => setOpen(false)} />;
  }
  return (
    <div className="flex flex-wrap gap-2 print:hidden">
      <Button ref={opener} tone={own.state === "empty" ? "primary" : "secondary"} onClick={() => setOpen(true)}>
        {t(own.state === "empty" ? "fill" : "change")}
      </Button>
      {own.state !== "empty" && <TakeBack />}
    </div>
  );
}

function TakeBack() {
  const t = useTranslations("loop.own");
  const { loop, seat, actions } = useLoop();
  const [asking, setAsking] = useState(false);
  const { pending, refusal, press } = usePress();
  const takeBack = async () => {
    if (await press(() => actions.emptyLane({ version: loop.versions[seat] }), t("tookBack"))) setAsking(false);
  };
  return (
    <>
      <Button tone="quiet" onClick={() => setAsking(true)}>
        {t("takeBack")}
      </Button>
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={takeBack}
        title={t("takeBackTitle")}
        consequences={[t("takeBackWords"), t("takeBackMeeting")]}
        confirmLabel={t("takeBack")}
        pending={pending}
      >
        <LoopRefusalNote refusal={refusal} />
      </Confirm>
    </>
  );
}
