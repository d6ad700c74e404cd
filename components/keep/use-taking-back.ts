import { useState } from "react";
import { type Action, ask } from "@/components/join/ask";
import type { CheckInId, CommandId, CoupleId } from "@/lib/ids";

export type TakeBackAction = Action<
  { coupleId: CoupleId; checkInId: CheckInId; commandId: CommandId | null },
  { count: number }
>;

const known = ["notFound", "stillRunning", "signedOut", "offline", "invalid"] as const;
export type TakeBackRefusal = (typeof known)[number] | "unavailable";

/** Asks first, then takes back. `asked`: what the question is about; a command, or all of them. */
export function useTakingBack(
  takeBack: TakeBackAction,
  of: { coupleId: CoupleId; checkInId: CheckInId },
): {
  asked: CommandId | "all" | null;
  ask(what: CommandId | "all" | null): void;
  confirm(): Promise<void>;
  pending: boolean;
  refusal: TakeBackRefusal | null;
  isDone: boolean;
} {
  const [asked, setAsked] = useState<CommandId | "all" | null>(null);
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<TakeBackRefusal | null>(null);
  const [isDone, setIsDone] = useState(false);
  return {
    asked,
    ask: (what) => {
      setRefusal(null);
      setAsked(what);
    },
    confirm: async () => {
      if (asked === null || pending) return;
      setPending(true);
      const answer = await ask(takeBack, { ...of, commandId: asked === "all" ? null : asked });
      setPending(false);
      if (!answer.ok) return setRefusal(known.find((one) => one === answer.refusal) ?? "unavailable");
      setIsDone(true);
      setAsked(null);
    },
    pending,
    refusal,
    isDone,
  };
}
