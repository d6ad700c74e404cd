import { randomUUID } from "node:crypto";
import { type PlannedId, plannedIdSchema, proposalIdSchema, rhythmIdSchema } from "@/lib/ids";
import { wallOf } from "@/lib/plan/moment-of";
import type { OfferRhythm, Propose } from "@/lib/plan/planning";
import type { RhythmRule } from "@/lib/plan/rhythm-rule";
import type { WallMoment } from "@/lib/plan/wall-time";
import type { Partnership } from "@/server/couples/service";
import { addCouple } from "@/server/couples/test-people";
import { prisma } from "@/server/database/client";
import { agreeRhythm } from "@/server/plans/agreeing";
import { answerProposal } from "@/server/plans/answers";
import { propose } from "@/server/plans/proposals";
import { offerRhythm } from "@/server/plans/rhythms";

export const minute = 60_000;
export const day = 24 * 60 * minute;

export const newProposalId = () => proposalIdSchema.parse(randomUUID());
export const newRhythmId = () => rhythmIdSchema.parse(randomUUID());
export const newPlannedId = () => plannedIdSchema.parse(randomUUID());

// One "now" for all, so that no minute passes between asking and looking.
const began = Math.floor(Date.now() / minute) * minute;

/** So far from now, to the whole minute, on a wall whose clock never changes. */
export const wallIn = (ms: number): WallMoment => ({ ...wallOf(instantOf(ms), "UTC"), zone: "UTC" });
export const instantOf = (ms: number): number => began + ms;

export const proposalOf = (more: Partial<Propose> = {}): Propose => ({
  proposalId: newProposalId(),
  guideId: "standard",
  minutes: 30,
  times: [],
  zone: "Europe/Berlin",
  words: null,
  counterOf: null,
  ...more,
});

export const everyDay: RhythmRule = { every: "week", weekdays: [1, 2, 3, 4, 5, 6, 7], at: "19:30", from: "2020-01-01" };
export const sundays: RhythmRule = { every: "week", weekdays: [7], at: "19:30", from: "2020-01-05" };

export const rhythmOf = (more: Partial<OfferRhythm> = {}): OfferRhythm => ({
  rhythmId: newRhythmId(),
  guideId: "standard",
  minutes: 30,
  zone: "Europe/Berlin",
  rule: sundays,
  ...more,
});

export async function addPlanning() {
  const couple = await addCouple();
  const [a, b] = couple.seats;
  return { ...couple, a, b, coupleId: a.coupleId };
}

export const must = <T>(answer: { ok: true; value: T } | { ok: false; refusal: string }): T => {
  if (!answer.ok) throw new Error(`refused: ${answer.refusal}`);
  return answer.value;
};

/** One planned check-in that both said yes to, so far from now. */
export async function addPlanned(a: Partnership, b: Partnership, ms: number): Promise<PlannedId> {
  const input = proposalOf({ times: [wallIn(ms)] });
  must(await propose(a, input));
  const [time] = (await prisma().proposal.findUniqueOrThrow({ where: { id: input.proposalId } })).times;
  const { proposalId } = input;
  const yes = { proposalId, answer: "yes", time: time?.getTime() ?? null, mode: "written" } as const;
  return plannedIdSchema.parse(must(await answerProposal(b, yes)).plannedId);
}

/** A rhythm that both agreed to. */
export async function addRhythm(a: Partnership, b: Partnership, more: Partial<OfferRhythm> = {}) {
  const { rhythmId } = must(await offerRhythm(a, rhythmOf(more)));
  must(await agreeRhythm(b, { rhythmId }));
  return rhythmId;
}

export const plannedNow = (id: string) => prisma().plannedCheckIn.findUniqueOrThrow({ where: { id } });
export const listPlannedOf = (coupleId: string) =>
  prisma().plannedCheckIn.findMany({ where: { coupleId }, orderBy: { startsAt: "asc" } });

/** Moves its time, as if so much time had gone by. */
export const setStart = (id: string, startsAt: Date) =>
  prisma().plannedCheckIn.update({ where: { id }, data: { startsAt } });

/** Keys and times of the jobs that wait. */
export async function listJobs(like = "%"): Promise<{ key: string; runAt: Date }[]> {
  return prisma().$queryRaw`
    SELECT "key", "run_at" AS "runAt" FROM graphile_worker.jobs WHERE "key" LIKE ${like} ORDER BY "run_at"`;
}

export const listNotices = (coupleId: string) =>
  prisma().notice.findMany({ where: { coupleId, status: "waiting" }, orderBy: { dueAt: "asc" } });
