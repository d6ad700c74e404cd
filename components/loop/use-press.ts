import { useState } from "react";
import { ask } from "@/components/join/ask";
import { useAnnounce } from "@/components/ui/live-region";

type Answer = { ok: true; value: unknown } | { ok: false; refusal: string };

/** One press at a time: asked, said aloud when it is done, kept by its name when it was refused. */
export const usePress = () => {
  const announce = useAnnounce();
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);

  /** @returns whether it was done */
  const press = async (question: () => Promise<Answer>, said: string): Promise<boolean> => {
    if (pending) return false;
    setPending(true);
    setRefusal(null);
    const answer = await ask(question, undefined);
    setPending(false);
    if (answer.ok) announce(said);
    else setRefusal(answer.refusal);
    return answer.ok;
  };
  return { pending, refusal, press };
};
