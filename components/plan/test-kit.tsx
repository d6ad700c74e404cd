import type { PlannedView, ProposalView } from "@/lib/plan/planning";
import type { Pair } from "./pair";

/** Mara in Berlin looks; Sam lives in New York. */
export const pair: Pair = {
  seat: "A",
  name: "Mara",
  theirName: "Sam",
  zone: "Europe/Berlin",
  theirZone: "America/New_York",
};

/** Sunday, 29 November 2026, 19:30 in Berlin and 13:30 in New York. */
export const sunday = Date.UTC(2026, 10, 29, 18, 30);

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;

export const plannedAt = (startsAt: number, change: Partial<PlannedView> = {}): PlannedView => ({
  plannedId: `planned-${startsAt}`,
  sequence: 0,
  guideId: "standard",
  minutes: 30,
  startsAt,
  zone: "Europe/Berlin",
  fromRhythm: true,
  moved: false,
  lobby: "later",
  clockShiftMinutes: 0,
  ...change,
});

export const proposalAt = (times: readonly number[], change: Partial<ProposalView> = {}): ProposalView => ({
  proposalId: "0190a1b2-0000-7000-8000-00000000000a",
  mine: false,
  seat: "B",
  guideId: "standard",
  minutes: 20,
  times,
  zone: "America/New_York",
  words: null,
  createdAt: sunday - 48 * hourMs,
  lapsesAt: Math.max(...times, sunday),
  isCounter: false,
  ...change,
});
