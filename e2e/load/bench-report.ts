import { cpus, loadavg, platform, release, totalmem } from "node:os";
import type { Figure } from "./hand-off-figures";
import type { Judged } from "./statistics";

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

const rowOf = ({ name, floor, product }: Figure, goal: Judged): string[] => {
  const digits = goal.measure === "perSecond" ? 0 : 2;
  return [
    ...[`${name} ${unitOf[goal.measure]}`, floor[goal.measure].toFixed(digits), product[goal.measure].toFixed(digits)],
    ...[`${goal.measured.toFixed(2)} F`, `${goal.lowest.toFixed(2)}–${goal.highest.toFixed(2)}`],
    ...[`${goal.is} ${goal.ratio} F`, goal.met ? "met" : "not met"],
  ];
};

/** One row a goal. */
export const tableOf = (figures: readonly Figure[]): string => {
  const head = ["measured", "floor", "heard", "ratio", "rounds", "goal", ""];
  const rows = [head, ...figures.flatMap((figure) => figure.goals.map((goal) => rowOf(figure, goal)))];
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
    .filter(({ name }) => name === "throughput")
    .map(({ floor, product }) => {
      const each = (of: "serverCpuMsEach" | "clientCpuMsEach") =>
        `${floor[of].toFixed(3)} and ${product[of].toFixed(3)} ms`;
      return `CPU for a hand-off, floor and heard: server ${each("serverCpuMsEach")}, clients ${each("clientCpuMsEach")}`;
    })
    .join("\n");
