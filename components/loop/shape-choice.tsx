import { useTranslations } from "next-intl";
import { useState } from "react";
import { ask } from "@/components/join/ask";
import { RadioRow } from "@/components/ui/radio-row";
import { type Shape, shapes } from "@/lib/reading/loop";
import { LoopRefusalNote } from "./loop-refusal-note";
import { useLoop } from "./loop-table";

/** Which of three shapes it has. It is of both, so either may choose; a yes was to the shape as well. */
export function ShapeChoice() {
  const t = useTranslations("loop.shape");
  const { loop, actions } = useLoop();
  const [chosen, setChosen] = useState<Shape | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);

  const choose = async (shape: Shape) => {
    setChosen(shape);
    setRefusal(null);
    const answer = await ask(actions.chooseShape, { shape, version: loop.shapeVersion });
    setChosen(null);
    if (!answer.ok) setRefusal(answer.refusal);
  };
  return (
    <div className="grid gap-3 print:hidden">
      <RadioRow<Shape | "none">
        legend={t("legend")}
        hint={t("hint")}
        name="shape"
        layout="stack"
        value={chosen ?? loop.shape ?? "none"}
        onChange={(shape) => {
          if (shape !== "none") void choose(shape);
        }}
        options={shapes.map((value) => ({ value, label: t(`${value}.name`), hint: t(`${value}.line`) }))}
      />
      <LoopRefusalNote refusal={refusal} />
    </div>
  );
}
