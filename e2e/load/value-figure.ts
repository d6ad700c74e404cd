import { percentile } from "./statistics";

/** One number a round of each side, where a round has one thing to tell: how long a walk took, how much a heap grew. */
export type Values = { floor: readonly number[]; product: readonly number[] };
/** `ratio`: at most so many times the floor. `promise`: the figure as it was promised, for every round; machines differ, so it is told and not judged. */
export type Wanted = { ratio: number; promise?: number };

export type ValueFigure = {
  name: string;
  unit: "ms" | "%";
  rounds: Values;
  /** The medians of the rounds. */
  floor: number;
  product: number;
  goals: readonly { is: "at most"; ratio: number; measured: number; lowest: number; highest: number; met: boolean }[];
  promise: { most: number; worst: number; kept: boolean } | null;
};

/** @throws when a side has no rounds, or not as many as the other: a missing measurement must not look like a quick one */
export function valueFigure(
  name: string,
  unit: ValueFigure["unit"],
  rounds: Values,
  { ratio, promise }: Wanted,
): ValueFigure {
  if (rounds.floor.length !== rounds.product.length) throw new Error(`${name}: a side lacks rounds`);
  const [floor, product] = [percentile(rounds.floor, 50), percentile(rounds.product, 50)];
  const each = rounds.product.map((value, round) => value / (rounds.floor[round] ?? Number.NaN));
  const measured = product / floor;
  const worst = Math.max(...rounds.product);
  const goal = { is: "at most", ratio, measured, lowest: Math.min(...each), highest: Math.max(...each) } as const;
  return {
    name,
    unit,
    rounds,
    floor,
    product,
    goals: [{ ...goal, met: measured <= ratio }],
    promise: promise === undefined ? null : { most: promise, worst, kept: worst <= promise },
  };
}
