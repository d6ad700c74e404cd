import type { CheckInEvent } from "@/lib/check-in/events";
import { evolve, start } from "@/lib/check-in/evolve";
import type { CheckInState } from "@/lib/check-in/state";
import { findGuide } from "@/lib/guides/find-guide";

type LoggedEvent = { seq: number; event: CheckInEvent };

/**
 * Folds a log from its first event, or what came after a state.
 *
 * @throws when an event is missing or the guide was never published here: nothing is better than a conversation with a hole
 */
export const foldLog = (logged: readonly LoggedEvent[], from: CheckInState | null = null): CheckInState => {
  const [first, ...others] = logged;
  if (from) return logged.reduce(follow, from);
  if (first?.event.type !== "opened" || first.seq !== 1) throw new Error("a log does not begin with its opening");
  const guide = findGuide(first.event.guideId, first.event.guideVersion);
  if (!guide) throw new Error(`the guide ${first.event.guideId}@${first.event.guideVersion} is not known here`);
  return others.reduce(follow, start(guide, first.event));
};

const follow = (state: CheckInState, { seq, event }: LoggedEvent): CheckInState => {
  if (seq !== state.version + 1) throw new Error(`event ${state.version + 1} is missing from a log`);
  return evolve(state, event);
};
