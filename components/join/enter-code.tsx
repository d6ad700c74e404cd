"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { goOn } from "@/components/auth/go-on";
import { type Action, ask } from "@/components/join/ask";
import { type Refused, useRefusalWords } from "@/components/join/refusal";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import { parseInvitationCode } from "@/lib/sealing/invitation-code";

export type EnterCodeProps = { find: Action<{ code: string }, { invitationId: string }> };

/** Eight letters and digits, as they were read out. What is typed stays whatever the answer is. */
export function EnterCode({ find }: EnterCodeProps) {
  const t = useTranslations("join.code");
  const wordsFor = useRefusalWords();
  const [code, setCode] = useState("");
  const [pending, setPending] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (pending) return;
    if (!parseInvitationCode(code).ok) return setRefused({ refusal: "notACode" });
    setPending(true);
    setRefused(null);
    const answer = await ask(find, { code });
    if (answer.ok) return goOn(`/join/${answer.value.invitationId}?by=code`);
    setPending(false);
    setRefused(answer.refusal === "notFound" ? { refusal: "noSuchCode" } : answer);
  };
  return (
    <form onSubmit={submit} noValidate className="grid gap-5">
      <TextInput
        label={t("label")}
        hint={t("hint")}
        error={refused && wordsFor(refused)}
        autoComplete="off"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        className="font-mono text-lead tracking-widest"
        value={code}
        onChange={(event) => {
          setCode(event.target.value);
          setRefused(null);
        }}
      />
      <Button type="submit" wide pending={pending} pendingWords={t("finding")}>
        {t("find")}
      </Button>
    </form>
  );
}
