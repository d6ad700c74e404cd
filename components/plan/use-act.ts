import { useCallback, useState, useTransition } from "react";
import { ask } from "@/components/join/ask";
import type { PlanAction, PlanRefused } from "./plan-action";

/** `instead` may take a refusal over: true shows none. One press, one question to the server, one answer. A second press while it is on its way asks nothing. */
export const useAct = () => {
  const [pending, startTransition] = useTransition();
  const [refused, setRefused] = useState<PlanRefused | null>(null);
  const act = useCallback(
    <I, V>(
      action: PlanAction<I, V>,
      input: I,
      done: (value: V) => void,
      instead?: (refused: PlanRefused) => boolean,
    ) => {
      if (pending) return;
      setRefused(null);
      startTransition(async () => {
        const answer = await ask(action, input);
        if (answer.ok) done(answer.value);
        else if (!instead?.(answer)) setRefused(answer);
      });
    },
    [pending],
  );
  return { act, pending, refused, setRefused };
};
