/**
 * The nearest-rank percentile: the smallest sample that at least `percent` of all samples do not exceed.
 *
 * @param percent over 0, at most 100
 * @throws when there are no samples; a missing measurement must not look like a quick one
 */
export const percentile = (samples: readonly number[], percent: number): number => {
  const sorted = Float64Array.from(samples).sort();
  const found = sorted[Math.ceil((percent / 100) * sorted.length) - 1];
  if (found === undefined) throw new Error(`no percentile ${percent} of ${samples.length} samples`);
  return found;
};

/** What one round measured of one side. `latencies` in ms, one for each hand-off; `seconds` that the round took. */
export type Round = { latencies: readonly number[]; seconds: number; serverCpuMs: number; clientCpuMs: number };

export type Summary = {
  handOffs: number;
  p50Ms: number;
  p99Ms: number;
  perSecond: number;
  serverCpuMsEach: number;
  clientCpuMsEach: number;
};

/** All rounds of one side together: a slow round weighs as much as it measured. */
export const summarise = (rounds: readonly Round[]): Summary => {
  const latencies = rounds.flatMap((round) => round.latencies);
  const sum = (of: (round: Round) => number) => rounds.reduce((total, round) => total + of(round), 0);
  return {
    handOffs: latencies.length,
    p50Ms: percentile(latencies, 50),
    p99Ms: percentile(latencies, 99),
    perSecond: latencies.length / sum(({ seconds }) => seconds),
    serverCpuMsEach: sum(({ serverCpuMs }) => serverCpuMs) / latencies.length,
    clientCpuMsEach: sum(({ clientCpuMs }) => clientCpuMs) / latencies.length,
  };
};

export type Goal = { measure: "p50Ms" | "p99Ms" | "perSecond"; is: "at most" | "at least"; ratio: number };
export type Judged = Goal & { measured: number; lowest: number; highest: number; met: boolean };

/**
 * The product as a multiple of its floor. `lowest` and `highest` are the ratios of single pairs of rounds, and tell how far
 * the machine drifted.
 */
export const judge = (goal: Goal, floor: readonly Round[], product: readonly Round[]): Judged => {
  const ratioOf = (ours: readonly Round[], bare: readonly Round[]) =>
    summarise(ours)[goal.measure] / summarise(bare)[goal.measure];
  const each = product.flatMap((round, index) => {
    const bare = floor[index];
    return bare === undefined ? [] : [ratioOf([round], [bare])];
  });
  const measured = ratioOf(product, floor);
  const met = goal.is === "at most" ? measured <= goal.ratio : measured >= goal.ratio;
  return { ...goal, measured, lowest: Math.min(...each), highest: Math.max(...each), met };
};
