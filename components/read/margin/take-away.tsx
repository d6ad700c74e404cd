import { useTranslations } from "next-intl";
import { useState } from "react";
import { usePress } from "@/components/loop/use-press";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { RefusalNote } from "./refusal-note";

type Answer = { ok: true; value: unknown } | { ok: false; refusal: string };
export type TakeAwayProps = {
  kind: "note" | "caption";
  className: string;
  takeAway(): Promise<Answer>;
  /** Said aloud when it is gone. */
  said: string;
};

/** The way to take a line away, asked first. */
export function TakeAway({ kind, className, takeAway, said }: TakeAwayProps) {
  const t = useTranslations(`together.${kind}`);
  const [asking, setAsking] = useState(false);
  const { pending, refusal, press } = usePress();
  const confirm = async () => {
    if (await press(takeAway, said)) setAsking(false);
  };
  return (
    <>
      <Button tone="quiet" className={className} onClick={() => setAsking(true)}>
        {t("remove")}
      </Button>
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={confirm}
        title={t("removeTitle")}
        consequences={[t("removeText")]}
        confirmLabel={t("remove")}
        pending={pending}
      >
        <RefusalNote refusal={refusal} />
      </Confirm>
    </>
  );
}
