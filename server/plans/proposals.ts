import type { ProposalId } from "@/lib/ids";
import type { AnswerProposal, PlanRefusal, Propose } from "@/lib/plan/planning";
import { type Result, refuse } from "@/lib/result";
import type { Partnership } from "@/server/couples/service";

type Refused = { ok: false; refusal: PlanRefusal };

export async function propose(_: Partnership, __: Propose): Promise<Result<{ proposalId: ProposalId }, PlanRefusal>> {
  return refuse("unavailable");
}

export type Answered = { plannedId: string | null; checkInId: string | null };

export async function answerProposal(
  _: Partnership,
  __: AnswerProposal,
): Promise<{ ok: true; value: Answered } | (Refused & { checkInId?: string })> {
  return refuse("unavailable");
}

export async function withdrawProposal(
  _: Partnership,
  __: { proposalId: ProposalId },
): Promise<Result<null, PlanRefusal>> {
  return refuse("unavailable");
}
