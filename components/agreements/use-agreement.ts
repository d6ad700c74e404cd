import { useRef, useState } from "react";
import { type Action, ask } from "@/components/join/ask";
import type { ReviewAnswer } from "@/lib/agreements/agreement";
import type { CommandId } from "@/lib/ids";
import type { Sealed } from "@/lib/sealing/sealed";

type Of = { agreementId: CommandId };
export type AgreementActions = {
  reviewAgreement: Action<Of & { answer: ReviewAnswer; commandId: CommandId }>;
  offerChange: Action<Of & { offerId: CommandId; words: Sealed }>;
  acceptChange: Action<Of & { offerId: CommandId }>;
  dropChange: Action<Of & { offerId: CommandId }>;
  retireAgreement: Action<Of & { commandId: CommandId }>;
};

/** One thing after the other: what is on its way, by a name, and why the last one did not happen. */
export const useAsking = () => {
  const [pending, setPending] = useState<string | null>(null);
  const line = useRef<Promise<unknown>>(Promise.resolve());
  const [refusal, setRefusal] = useState<string | null>(null);
  /**
   * Waits for what was asked before it: a press is never lost because another one's answer is still on its way. The same press
   * again is none.
   *
   * @returns whether it happened
   */
  const send = async <I>(name: string, action: Action<I>, input: I): Promise<boolean> => {
    if (pending === name) return false;
    setPending(name);
    setRefusal(null);
    const asked = line.current.then(() => ask(action, input));
    line.current = asked;
    const answer = await asked;
    setPending((now) => (now === name ? null : now));
    if (!answer.ok) setRefusal(answer.refusal);
    return answer.ok;
  };
  return { pending, refusal, setRefusal, send };
};
