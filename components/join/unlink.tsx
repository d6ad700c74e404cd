"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { goOn } from "@/components/auth/go-on";
import { type Action, ask } from "@/components/join/ask";
import { type Refused, useRefusalWords } from "@/components/join/refusal";
import { LeaveWordsChoice } from "@/components/keep/leave-words-choice";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";

export type UnlinkProps = {
  name: string;
  unlink: Action<{ coupleId: string; leavesWords: boolean }>;
  coupleId: string;
};

/** The act itself, asked twice because it can't be taken back. Goes on by a whole new load: nothing of the two stays in memory. */
export function Unlink({ name, unlink, coupleId }: UnlinkProps) {
  const t = useTranslations("unlink");
  const wordsFor = useRefusalWords();
  const [open, setOpen] = useState(false);
  const [leavesWords, setLeavesWords] = useState(false);
  const [pending, setPending] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const press = async () => {
    setPending(true);
    const answer = await ask(unlink, { coupleId, leavesWords });
    // Somebody who was faster, the other one perhaps: it is as they wished.
    if (answer.ok || answer.refusal === "alreadyUnlinked") return goOn("/you/unlinked");
    setPending(false);
    setRefused(answer);
  };
  return (
    <>
      <Button tone="danger" onClick={() => setOpen(true)}>
        {t("go")}
      </Button>
      <Confirm
        open={open}
        onClose={() => setOpen(false)}
        onConfirm={press}
        title={t("confirmTitle", { name })}
        consequences={[t("confirmOne"), t("confirmTwo")]}
        confirmLabel={t("go")}
        cancelLabel={t("keep")}
        pending={pending}
        pendingWords={t("going")}
        error={refused && wordsFor(refused)}
      >
        <LeaveWordsChoice name={name} checked={leavesWords} onChange={setLeavesWords} />
      </Confirm>
    </>
  );
}
