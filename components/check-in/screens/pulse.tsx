import { useTranslations } from "next-intl";
import { useState } from "react";
import { RadioRow } from "@/components/ui/radio-row";
import { useStep } from "../room";

const answers = ["steady", "wobbly", "tooFull"] as const;
type Answer = (typeof answers)[number];

/** The same private question as at the beginning, asked of oneself on the way out. The answer is kept nowhere. */
export function Pulse() {
  const { theirName } = useStep();
  const t = useTranslations("room.steadiness");
  const [answer, setAnswer] = useState<Answer>();
  return (
    <div className="grid gap-4">
      <RadioRow
        legend={t("leaving.legend")}
        hint={t("leaving.hint", { name: theirName })}
        name="pulse"
        value={answer}
        onChange={setAnswer}
        options={answers.map((value) => ({ value, label: t(value) }))}
      />
      {answer && (
        <p role="status" className="max-w-measure">
          {t(`leaving.${answer}`)}
        </p>
      )}
    </div>
  );
}
