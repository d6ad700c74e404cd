import { randomUUID } from "node:crypto";
import type { Mode } from "@/lib/check-in/events";
import { commandIdSchema, proposalIdSchema } from "@/lib/ids";
import type { AnswerProposal, PlanRefusal } from "@/lib/plan/planning";
import { ok, refuse } from "@/lib/result";
import { findRunning, findRunningWithin, openWithin } from "@/server/check-ins/service";
import type { Partnership } from "@/server/couples/service";
import { listChange } from "@/server/plans/changes";
import { followPlanned, sceneOf, tellOne } from "@/server/plans/follow-ups";
import { inPlan, type Plan } from "@/server/plans/in-plan";
import { insertPlanned, type NewPlanned } from "@/server/plans/planned-repository";
import { close, findOpen } from "@/server/plans/proposals";
import { findProposal, type ProposalRow } from "@/server/plans/proposals-repository";

export type Answered =
  | { ok: true; value: { plannedId: string | null; checkInId: string | null } }
  | { ok: false; refusal: PlanRefusal; checkInId?: string };

const nothing = { plannedId: null, checkInId: null };

/**
 * "Yes" to one of its times plans a check-in; to a "now" it opens one. "Not today" needs no reason. The same answer again is
 * answered alike; of two different ones at once the second gets `noLongerOpen`.
 *
 * @returns `pastTime` for a time that went by while another of its times may still be; `alreadyRunning` with the id of the
 * check-in that runs, and the proposal stays open
 */
export const answerProposal = async (partnership: Partnership, input: AnswerProposal): Promise<Answered> => {
  // Ends what has long been over, so that it stands in nobody's way.
  await findRunning(partnership);
  return inPlan(partnership, async (plan): Promise<Answered> => {
    const proposal = await findProposal(plan.tx, plan.coupleId, input.proposalId);
    if (proposal === null) return refuse("noLongerOpen");
    if (proposal.seat === plan.seat) return refuse("notYours");
    const before = answeredBefore(proposal, input);
    if (before !== null) return before;
    const open = await findOpen(plan);
    if (open?.id !== proposal.id) return refuse("noLongerOpen");
    if (input.answer === "notToday") return decline(plan, open);
    if (open.times.length === 0) return input.time === null ? openNow(plan, open, input.mode) : refuse("invalid");
    const time = open.times.find((one) => one.getTime() === input.time);
    if (time === undefined) return refuse("invalid");
    return time <= plan.now ? refuse("pastTime") : accept(plan, open, time);
  });
};

type Found = NonNullable<Awaited<ReturnType<typeof findProposal>>>;

function answeredBefore({ status, planned, times }: Found, input: AnswerProposal): Answered | null {
  if (input.answer === "notToday") return status === "declined" ? ok(nothing) : null;
  if (status !== "accepted" || planned === null) return null;
  const { id: plannedId, checkInId } = planned;
  if (times.length === 0) return input.time === null ? ok({ plannedId, checkInId }) : null;
  return input.time === planned.startsAt.getTime() ? ok({ plannedId, checkInId: null }) : null;
}

async function decline(plan: Plan, proposal: ProposalRow): Promise<Answered> {
  if (!(await close(plan, proposal, "declined"))) return refuse("noLongerOpen");
  await tellAsker(plan, proposal, "notToday", null);
  return ok(nothing);
}

async function accept(plan: Plan, proposal: ProposalRow, startsAt: Date): Promise<Answered> {
  if (!(await close(plan, proposal, "accepted"))) return refuse("noLongerOpen");
  const [planned] = await insertPlanned(plan.tx, [{ ...plannedOf(proposal), startsAt, status: "planned" }], plan.now);
  if (planned === undefined) return refuse("noLongerOpen");
  const detail = { to: startsAt.getTime(), zone: proposal.zone };
  await listChange(plan, "planned", detail);
  await followPlanned(sceneOf(plan), [planned]);
  await tellAsker(plan, proposal, "yes", startsAt);
  return ok({ plannedId: planned.id, checkInId: null });
}

async function openNow(plan: Plan, proposal: ProposalRow, mode: Mode): Promise<Answered> {
  const { tx, now, coupleId } = plan;
  const running = await findRunningWithin(tx, coupleId);
  if (running !== null) return { ok: false, refusal: "alreadyRunning", checkInId: running };
  if (!(await close(plan, proposal, "accepted"))) return refuse("noLongerOpen");
  const asked = { guideId: proposal.guideId, mode, commandId: commandIdSchema.parse(proposal.id) };
  const opened = await openWithin(tx, plan, asked);
  if (!opened.ok) return opened;
  const { checkInId } = opened.value;
  const [planned] = await insertPlanned(
    tx,
    [{ ...plannedOf(proposal), startsAt: now, status: "started", checkInId }],
    now,
  );
  await tellAsker(plan, proposal, "yes", null);
  return ok({ plannedId: planned?.id ?? null, checkInId });
}

const plannedOf = ({ id, coupleId, guideId, minutes, zone }: ProposalRow): Omit<NewPlanned, "startsAt" | "status"> => ({
  id: randomUUID(),
  coupleId,
  proposalId: id,
  guideId,
  minutes,
  zone,
});

const tellAsker = (plan: Plan, { id }: ProposalRow, answer: "yes" | "notToday", startsAt: Date | null) =>
  tellOne(sceneOf(plan), {
    personId: plan.other.personId,
    kind: "proposalAnswered",
    subject: `proposalAnswered/${id}`,
    detail: { proposalId: proposalIdSchema.parse(id), answer, startsAt: startsAt?.getTime() ?? null },
  });
