import { listGuides } from "@/lib/guides/find-guide";
import type { ProposalId } from "@/lib/ids";
import type { PlanRefusal, Propose } from "@/lib/plan/planning";
import { checkTimes, lapsesAt } from "@/lib/plan/propose-rules";
import { ok, type Result, refuse } from "@/lib/result";
import { findRunningWithin } from "@/server/check-ins/service";
import type { Partnership } from "@/server/couples/service";
import { addJob, removeJob } from "@/server/jobs/queue";
import { wordsAreShut } from "@/server/keys/shut";
import { dropNotices } from "@/server/notices/service";
import { proposalKeyOf, sceneOf, tellOne } from "@/server/plans/follow-ups";
import { inPlan, type Plan } from "@/server/plans/in-plan";
import * as repository from "@/server/plans/proposals-repository";
import { findRest } from "@/server/plans/resting";

/** `until`: epoch ms, beside `restingUntil`. `checkInId`: the one that runs, beside `alreadyRunning`. */
export type Proposed =
  | { ok: true; value: { proposalId: ProposalId } }
  | { ok: false; refusal: PlanRefusal; until?: number; checkInId?: string };

/**
 * Asks the other for a check-in, or answers theirs with other times. The same `proposalId` again answers alike.
 *
 * @returns `oneIsOpen`; `restingUntil`; of a "now" `alreadyRunning`; of a counter `noLongerOpen` and `notYours`; of the times what `checkTimes`
 * says; `wordsShut` for somebody without the key that the words of it are sealed with
 */
export const propose = (partnership: Partnership, input: Propose): Promise<Proposed> =>
  inPlan(partnership, async (plan): Promise<Proposed> => {
    const { tx, now, coupleId, seat } = plan;
    const known = await repository.findProposal(tx, coupleId, input.proposalId);
    if (known) return known.seat === seat ? ok({ proposalId: input.proposalId }) : refuse("invalid");
    if (!listGuides().some(({ id }) => id === input.guideId)) return refuse("invalid");
    if (await wordsAreShut(plan, tx)) return refuse("wordsShut");
    const times = checkTimes(input.times, now.getTime());
    if (!times.ok) return times;
    const running = times.value.length === 0 ? await findRunningWithin(tx, coupleId) : null;
    if (running !== null) return { ok: false, refusal: "alreadyRunning", checkInId: running };
    const free = await makeRoom(plan, input.counterOf);
    if (!free.ok) return free;
    const { proposalId, guideId, minutes, zone, words, counterOf } = input;
    const lapses = new Date(lapsesAt(times.value, now.getTime()));
    const isNew = await repository.insertProposal(tx, {
      id: proposalId,
      coupleId,
      seat,
      guideId,
      minutes,
      zone,
      words,
      counterOf,
      times: times.value.map((time) => new Date(time)),
      createdAt: now,
      lapsesAt: lapses,
    });
    if (!isNew) return refuse("invalid");
    await addJob(tx, "lapseProposal", { coupleId, proposalId }, { runAt: lapses, key: proposalKeyOf(proposalId) });
    await tellOther(plan, input);
    return ok({ proposalId });
  });

type Room = { ok: true; value: null } | { ok: false; refusal: PlanRefusal; until?: number };

/** The other's proposal gives way to a counter-proposal; without one nothing may be open, and the rest has to be over. */
async function makeRoom(plan: Plan, counterOf: ProposalId | null): Promise<Room> {
  const { tx, now, seat } = plan;
  const open = await findOpen(plan);
  if (counterOf !== null) {
    if (open?.id !== counterOf) return refuse("noLongerOpen");
    if (open.seat === seat) return refuse("notYours");
    return (await close(plan, open, "countered")) ? ok(null) : refuse("noLongerOpen");
  }
  if (open !== null) return refuse("oneIsOpen");
  const rest = await findRest(plan, tx);
  if (rest === null || rest <= now.getTime()) return ok(null);
  return { ok: false, refusal: "restingUntil", until: rest };
}

/** The open one, if its time has not passed: a proposal is over at its time, whether or not anybody has noted it yet. */
export async function findOpen(plan: Plan): Promise<repository.ProposalRow | null> {
  const open = await repository.findOpenProposal(plan.coupleId, plan.tx);
  if (open === null || open.lapsesAt > plan.now) return open;
  await repository.closeProposal(plan.tx, open, "lapsed", open.lapsesAt);
  return null;
}

/** @returns false when it is over already */
export async function close(
  { tx, coupleId, now }: Plan,
  proposal: { id: string; coupleId: string },
  how: repository.Over,
): Promise<boolean> {
  if (!(await repository.closeProposal(tx, proposal, how, now))) return false;
  await removeJob(tx, proposalKeyOf(proposal.id));
  await dropNotices(tx, { coupleId, subjectPrefix: `proposal/${proposal.id}` });
  return true;
}

async function tellOther(plan: Plan, { proposalId, counterOf }: Propose): Promise<void> {
  const { personId } = plan.other;
  const subject = `proposal/${proposalId}`;
  await (counterOf === null
    ? tellOne(sceneOf(plan), { personId, kind: "proposalCame", subject, detail: { proposalId } })
    : tellOne(sceneOf(plan), {
        personId,
        kind: "proposalAnswered",
        subject,
        detail: { proposalId, answer: "otherTimes", startsAt: null },
      }));
}

/** Takes back what one asked and nobody has answered. Again is fine. */
export const withdrawProposal = (
  partnership: Partnership,
  { proposalId }: { proposalId: ProposalId },
): Promise<Result<null, PlanRefusal>> =>
  inPlan(partnership, async (plan): Promise<Result<null, PlanRefusal>> => {
    const proposal = await repository.findProposal(plan.tx, plan.coupleId, proposalId);
    if (proposal === null) return refuse("noLongerOpen");
    if (proposal.seat !== plan.seat) return refuse("notYours");
    if (proposal.status === "withdrawn") return ok(null);
    const open = await findOpen(plan);
    return open?.id === proposalId && (await close(plan, open, "withdrawn")) ? ok(null) : refuse("noLongerOpen");
  });
