import type { Refused } from "@/components/auth/answers";
import { leaveDevice } from "@/components/auth/leave-device";
import { readDone } from "@/components/auth/read-answer";

/** Ends a sign-in and clears what this device holds. Loaded whole before anything ends, so that no key is left behind half way. */
export async function endHere(end: () => Promise<unknown>): Promise<Refused | null> {
  const answer = readDone(await end().catch(() => null));
  if (!answer.ok && answer.refusal !== "signedOut") return answer;
  await leaveDevice();
  return null;
}
