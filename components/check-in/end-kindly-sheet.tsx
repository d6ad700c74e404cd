import { useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { Sheet } from "@/components/ui/sheet";
import { useRoomContext, useStep } from "./room";
import { SendButton } from "./send-button";
import { useSheets } from "./sheets";
import { WordsForm } from "./words-form";

const starters = ["edge", "another"] as const;

/** An end for today: what it means, and a line for the other if there is one. */
export function EndKindlySheet() {
  const form = useId();
  const { send, view } = useRoomContext();
  const { theirName: name } = useStep();
  const { shown, show } = useSheets();
  const t = useTranslations("room.endKindly");
  const draft = `${view.checkInId}/ending`;
  return (
    <Sheet open={shown === "endKindly"} onClose={() => show(null)} title={t("title")}>
      <p>{t("about", { name })}</p>
      <WordsForm
        id={form}
        label={t("label", { name })}
        starters={starters.map((starter) => t(starter))}
        place={draft}
        mayBeEmpty
        onSend={(words) => {
          show(null);
          send({ type: "endKindly", words }, draft);
        }}
      />
      <div className="grid gap-2 sm:flex sm:flex-row-reverse sm:flex-wrap sm:justify-start">
        <SendButton command="endKindly" submits form={form}>
          {t("end")}
        </SendButton>
        <Button tone="secondary" onClick={() => show(null)}>
          {t("stay")}
        </Button>
      </div>
    </Sheet>
  );
}
