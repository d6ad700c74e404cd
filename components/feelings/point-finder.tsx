import { useTranslations } from "next-intl";
import { useId } from "react";
import { CheckChip } from "@/components/ui/check-chip";
import { RadioRow } from "@/components/ui/radio-row";
import { energyWords, type Point, pleasantnessWords, type Step, steps } from "@/lib/words/field";
import { SoftField } from "./soft-field";

/** What has been answered so far. "Mixed" is an answer of its own, and the two others wait under it. */
export type Whereabouts = { energy: Step | null; pleasantness: Step | null; mixed: boolean };
export const nowhere: Whereabouts = { energy: null, pleasantness: null, mixed: false };

export function pointOf({ energy, pleasantness, mixed }: Whereabouts): Point | "mixed" | null {
  if (mixed) return "mixed";
  return energy === null || pleasantness === null ? null : { energy, pleasantness };
}

const stepOf = (value: string): Step => steps.find((step) => String(step) === value) ?? 0;
const optionsOf = (words: Record<Step, string>) => steps.map((step) => ({ value: String(step), label: words[step] }));
const radioOf = (step: Step | null, mixed: boolean) => (step === null || mixed ? undefined : String(step));

export type PointFinderProps = { value: Whereabouts; onChange(next: Whereabouts): void };

/** Two small questions, and the field that shows their answers as one point. */
export function PointFinder({ value, onChange }: PointFinderProps) {
  const name = useId();
  const t = useTranslations("feelings.point");
  const { energy, pleasantness, mixed } = value;
  const point = pointOf(value);
  return (
    <div className="grid gap-4">
      <SoftField point={point === "mixed" ? null : point} onPick={(picked) => onChange({ ...picked, mixed: false })} />
      <RadioRow
        legend={t("energy")}
        name={`${name}-energy`}
        options={optionsOf(energyWords)}
        value={radioOf(energy, mixed)}
        onChange={(step) => onChange({ ...value, energy: stepOf(step), mixed: false })}
      />
      <RadioRow
        legend={t("pleasantness")}
        name={`${name}-pleasantness`}
        options={optionsOf(pleasantnessWords)}
        value={radioOf(pleasantness, mixed)}
        onChange={(step) => onChange({ ...value, pleasantness: stepOf(step), mixed: false })}
      />
      <div>
        <CheckChip checked={mixed} onChange={() => onChange({ ...value, mixed: !mixed })}>
          {t("mixed")}
        </CheckChip>
      </div>
    </div>
  );
}
