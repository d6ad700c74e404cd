"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Action, ask } from "@/components/join/ask";
import { Card } from "@/components/ui/card";
import type { CoupleId } from "@/lib/ids";
import { LeaveWordsChoice } from "./leave-words-choice";

export type LeaveWordsProps = {
  coupleId: CoupleId;
  name: string;
  leaves: boolean;
  leaveWords: Action<{ coupleId: string; leavesWords: boolean }>;
};

/** The same choice in the days after an unlink, kept at once. What did not go through is put back and said. Needs `unlink`. */
export function LeaveWords({ coupleId, name, leaves, leaveWords }: LeaveWordsProps) {
  const t = useTranslations("unlink.leave");
  const [checked, setChecked] = useState(leaves);
  const [said, setSaid] = useState<"saving" | "saved" | "over" | "notSaved" | null>(null);
  const change = async (leavesWords: boolean) => {
    setChecked(leavesWords);
    setSaid("saving");
    const answer = await ask(leaveWords, { coupleId, leavesWords });
    if (answer.ok) return setSaid("saved");
    setChecked(!leavesWords);
    setSaid(answer.refusal === "over" ? "over" : "notSaved");
  };
  return (
    <Card className="grid gap-2">
      <LeaveWordsChoice name={name} checked={checked} onChange={(next) => void change(next)} />
      <p role="status" className="text-small text-muted">
        {said ? t(said) : ""}
      </p>
    </Card>
  );
}
