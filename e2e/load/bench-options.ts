import { parseArgs } from "node:util";
import { z } from "zod";

export const figureNames = ["latency", "throughput", "history", "browser", "hostile"] as const;
export type FigureName = (typeof figureNames)[number];

export const help = `npm run bench [-- OPTIONS]

Measures, each beside a bare floor in the same run:
  latency, throughput   a hand-off (one partner's emit until the other one's view, committed); floor: a socket.io relay with
                        one INSERT
  history               pages of the list and appends for a couple with 5,000 check-ins among a million; floor: a nearly
                        empty database
  browser               frames of a list of 5,000, a search through it and patterns of 1,000, in Chromium; floor: a bare page
                        that shows as many lines and opens as many words. Only when named, after "npm run build"
  hostile               what 10,000 payloads of no page of ours leave in memory, and hand-offs beside them; floor: that relay
Prints a table and writes bench/results/latest.json. Takes about eight minutes without browser.

  --only NAME    ${figureNames.join(", ")}
  --rooms N      rooms that are connected, 100 to 5000 (1000)
  --seconds N    length of one round of latency, 1 to 120 (5)
  --rounds N     rounds of each side, alternating, 1 to 20 (8); browser takes half of them, hostile at most 3
  --profile      writes CPU profiles of both servers to bench/results
  --check        ends with code 1 when a goal is not met; goals are ratios. What was promised in ms is told and not judged,
                 since machines differ
  --help`;

const whole = (name: string, least: number, most: number, usual: number) => {
  const sentence = `--${name} takes a whole number from ${least} to ${most}.`;
  return z.coerce.number(sentence).int(sentence).min(least, sentence).max(most, sentence).default(usual);
};
const schema = z.object({
  only: z.enum(figureNames, `--only takes ${figureNames.join(", ")}.`).optional(),
  rooms: whole("rooms", 100, 5_000, 1_000),
  seconds: whole("seconds", 1, 120, 5),
  rounds: whole("rounds", 1, 20, 8),
  profile: z.boolean().default(false),
  check: z.boolean().default(false),
  help: z.boolean().default(false),
});
export type BenchOptions = z.infer<typeof schema>;

/** @returns the options, or one sentence that says what is wrong with them */
export function readBenchOptions(args: string[]): BenchOptions | string {
  try {
    const text = { type: "string" } as const;
    const flag = { type: "boolean" } as const;
    const numbers = { rooms: text, seconds: text, rounds: text };
    const { values } = parseArgs({ args, options: { only: text, ...numbers, profile: flag, check: flag, help: flag } });
    const parsed = schema.safeParse(values);
    return parsed.success ? parsed.data : (parsed.error.issues[0]?.message ?? help);
  } catch (error) {
    return error instanceof Error ? error.message : help;
  }
}
