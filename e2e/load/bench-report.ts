import { cpus, loadavg, platform, release, totalmem } from "node:os";
import type { Figure as HandOffFigure } from "./hand-off-figures";
import type { Judged } from "./statistics";
import type { ValueFigure } from "./value-figure";

export type Figure = HandOffFigure | ValueFigure;

/** Figures of another machine, or of a busy one, say nothing about this one. */
export const describeMachine = (postgres: string) => ({
  cpu: cpus()[0]?.model ?? "unknown",
  cores: cpus().length,
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  system: `${platform()} ${release()}`,
  node: process.versions.node,
  postgres,
});

export const loadNow = (): number[] => loadavg().map((load) => Math.round(load * 100) / 100);

const unitOf = { p50Ms: "p50, ms", p99Ms: "p99, ms", perSecond: "a second" } as const;

type Ratio = Pick<Judged, "is" | "ratio" | "measured" | "lowest" | "highest" | "met">;
const ratioCells = ({ measured, lowest, highest, is, ratio, met }: Ratio): string[] => [
  `${measured.toFixed(2)} F`,
  `${lowest.toFixed(2)}–${highest.toFixed(2)}`,
  `${is} ${ratio} F`,
  met ? "met" : "not met",
];

const rowsOf = (figure: Figure): string[][] => {
  if ("unit" in figure) {
    const { name, unit, floor, product, goals, promise } = figure;
    const promised =
      promise && `${promise.most} ${unit}, worst ${promise.worst.toFixed(1)}: ${promise.kept ? "" : "not "}kept`;
    const cells = [`${name}, ${unit}`, floor.toFixed(1), product.toFixed(1)];
    return goals.map((goal) => [...cells, ...ratioCells(goal), promised ?? ""]);
  }
  const { name, floor, product, goals } = figure;
  return goals.map((goal) => {
    const digits = goal.measure === "perSecond" ? 0 : 2;
    const sides = [floor, product].map((side) => side[goal.measure].toFixed(digits));
    return [`${name} ${unitOf[goal.measure]}`, ...sides, ...ratioCells(goal)];
  });
};

/** One row a goal. */
export const tableOf = (figures: readonly Figure[]): string => {
  const head = ["measured", "floor", "heard", "ratio", "rounds", "goal", "", "promised"];
  const rows = [head, ...figures.flatMap(rowsOf)];
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
};

/** Where the time goes at full load: on a machine of few cores the clients' share limits both sides. */
export const costsOf = (figures: readonly Figure[]): string =>
  figures
    .flatMap((figure) => ("unit" in figure || figure.name !== "throughput" ? [] : [figure]))
    .map(({ floor, product }) => {
      const each = (of: "serverCpuMsEach" | "clientCpuMsEach") =>
        `${floor[of].toFixed(3)} and ${product[of].toFixed(3)} ms`;
      return `CPU for a hand-off, floor and heard: server ${each("serverCpuMsEach")}, clients ${each("clientCpuMsEach")}`;
    })
    .join("\n");
