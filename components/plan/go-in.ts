import { goOn } from "@/components/auth/go-on";
import type { PlanRefused } from "./plan-action";

export const goIn = ({ checkInId }: { checkInId: string }): void => goOn(`/check-in/${checkInId}`);

/** A check-in runs already, opened by the other in this very moment perhaps: whoever wanted in is led into it. */
export const goInInstead = ({ refusal, checkInId }: PlanRefused): boolean => {
  if (refusal !== "alreadyRunning" || checkInId === undefined) return false;
  goIn({ checkInId });
  return true;
};
