import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { RadioRow } from "@/components/ui/radio-row";
import { MinuteBreath } from "../minute-breath";
import { useStep } from "../room";
import { useSheets } from "../sheets";
import { useDraft } from "../use-draft";

const answers = ["steady", "wobbly", "tooFull"] as const;
type Answer = (typeof answers)[number];

const asAnswer = (kept: unknown): Answer | null => answers.find((answer) => answer === kept) ?? null;

/** A private question: the answer stays on this device, and only changes what this one person is offered. */
export function Steadiness() {
  const { place, theirName } = useStep();
  const { show } = useSheets();
  const t = useTranslations("room.steadiness");
  const [answer, setAnswer] = useDraft<Answer | null>(place("steadiness"), null, asAnswer);
  return (
    <div className="grid gap-4">
      <RadioRow
        legend={t("legend")}
        hint={t("hint", { name: theirName })}
        name="steadiness"
        value={answer ?? undefined}
        onChange={setAnswer}
        options={answers.map((value) => ({ value, label: t(value) }))}
      />
      {answer === "wobbly" && <p role="status">{t("wobblyWords")}</p>}
      {answer === "tooFull" && (
        <Card tone="us" className="grid gap-3">
          <p>{t("tooFullWords")}</p>
          <MinuteBreath seconds={120} label={t("twoMinutes")} />
          <Button tone="quiet" className="justify-self-start" onClick={() => show("endKindly")}>
            {t("anotherTime")}
          </Button>
        </Card>
      )}
    </div>
  );
}
