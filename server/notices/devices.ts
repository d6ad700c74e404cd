import { ok, type Result } from "@/lib/result";
import type { Actor } from "@/server/auth/actor";
import { type PushSubscriptionInput, subscribePush } from "@/server/notices/push";
import { changeNoticeSettings, readNoticeSettings } from "@/server/notices/settings";

/** This device is told from now on; whoever had turned the channel off as a whole has it on again. */
export async function turnPushOn(
  actor: Pick<Actor, "personId" | "sessionId">,
  subscription: PushSubscriptionInput,
): Promise<Result<null, "invalid">> {
  const answer = await subscribePush(actor, subscription);
  if (!answer.ok) return answer;
  const { push } = await readNoticeSettings(actor.personId);
  if (!push) await changeNoticeSettings(actor.personId, { push: true });
  return ok(null);
}
