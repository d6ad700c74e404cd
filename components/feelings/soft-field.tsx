import type { MouseEvent } from "react";
import { type Point, type QuadrantId, quadrantOf, type Step, steps } from "@/lib/words/field";
import { QuadrantGlyph } from "./quadrant-glyph";

const cell = { width: 72, height: 46 };
const fills: Record<QuadrantId, string> = {
  stirred: "fill-stirred-tint",
  bright: "fill-bright-tint",
  heavy: "fill-heavy-tint",
  settled: "fill-settled-tint",
};
const corners: readonly { quadrant: QuadrantId; at: Point }[] = [
  { quadrant: "stirred", at: { energy: 2, pleasantness: -2 } },
  { quadrant: "bright", at: { energy: 2, pleasantness: 2 } },
  { quadrant: "heavy", at: { energy: -2, pleasantness: -2 } },
  { quadrant: "settled", at: { energy: -2, pleasantness: 2 } },
];

const left = ({ pleasantness }: Point) => (pleasantness + 2) * cell.width;
const top = ({ energy }: Point) => (2 - energy) * cell.height;
const grid: Point[] = steps.flatMap((energy) => steps.map((pleasantness) => ({ energy, pleasantness })));

const stepAt = (share: number): Step => steps[Math.min(4, Math.max(0, Math.floor(share * 5)))] ?? 0;

export type SoftFieldProps = { point: Point | null; onPick(point: Point): void };

/**
 * The same point as the two rows of radios, to see and to tap: up is more energy, right is more pleasant. A shortcut for
 * pointers alone; everything in it is said and done by the radios below, so it is hidden from screen readers.
 */
export function SoftField({ point, onPick }: SoftFieldProps) {
  const pick = (event: MouseEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    onPick({
      energy: stepAt(1 - (event.clientY - box.top) / box.height),
      pleasantness: stepAt((event.clientX - box.left) / box.width),
    });
  };
  return (
    <svg
      aria-hidden
      data-testid="soft-field"
      viewBox={`0 0 ${cell.width * 5} ${cell.height * 5}`}
      // A click and not a press: a finger that scrolls the page across the field picks nothing.
      onClick={pick}
      className="h-auto w-full max-w-[420px] cursor-pointer rounded-card border border-control"
    >
      {grid.map((at) => (
        <FieldCell key={`${at.energy} ${at.pleasantness}`} at={at} />
      ))}
      {corners.map(({ quadrant, at }) => (
        <QuadrantGlyph
          key={quadrant}
          quadrant={quadrant}
          x={left(at) + cell.width / 2 - 11}
          y={top(at) + cell.height / 2 - 11}
          size={22}
        />
      ))}
      {point && (
        <g transform={`translate(${left(point) + cell.width / 2} ${top(point) + cell.height / 2})`}>
          <circle r="15" className="fill-surface stroke-ink" strokeWidth="3" />
          <circle r="7" className="fill-us" />
        </g>
      )}
    </svg>
  );
}

function FieldCell({ at }: { at: Point }) {
  const quadrant = quadrantOf(at);
  return (
    <rect
      x={left(at)}
      y={top(at)}
      width={cell.width}
      height={cell.height}
      className={quadrant ? `${fills[quadrant]} stroke-surface` : "fill-surface stroke-sunken"}
      strokeWidth="1"
    />
  );
}
