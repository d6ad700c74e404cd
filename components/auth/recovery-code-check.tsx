"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { StepTitle } from "@/components/auth/step-title";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import { formatRecoveryCode, parseRecoveryCode } from "@/lib/sealing/recovery";

export type RecoveryCodeCheckProps = {
  code: string;
  onRight: () => void;
  onShowAgain: () => void;
  pending: boolean;
  notice: ReactNode;
  /** What follows; while it is under way, `doingLabel`. */
  doneLabel?: string;
  doingLabel?: string;
};

/** Asks the code back once, as people write it: any case, spaces, O for 0. It is on paper when this is passed, or pasted from a safe place. */
export function RecoveryCodeCheck(props: RecoveryCodeCheckProps) {
  const { code, onRight, onShowAgain, pending, notice, doneLabel, doingLabel } = props;
  const t = useTranslations("signUp.check");
  const [typed, setTyped] = useState("");
  const [error, setError] = useState<string>();

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return;
    const read = parseRecoveryCode(typed);
    if (read.ok && formatRecoveryCode(read.value) === code) {
      setError(undefined);
      onRight();
    } else {
      setError(t(`errors.${read.ok ? "another" : read.refusal}`));
      document.getElementById("recovery-code")?.focus();
    }
  };
  return (
    <>
      <StepTitle lead={t("lead")}>{t("title")}</StepTitle>
      <form onSubmit={submit} noValidate className="grid gap-5">
        <TextInput
          id="recovery-code"
          label={t("label")}
          hint={t("hint")}
          error={error}
          autoComplete="off"
          autoCapitalize="characters"
          autoCorrect="off"
          spellCheck={false}
          className="font-mono tracking-wider"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setError(undefined);
          }}
        />
        {notice}
        <div className="grid gap-2">
          <Button type="submit" wide pending={pending} pendingWords={doingLabel ?? t("pending")}>
            {doneLabel ?? t("done")}
          </Button>
          <Button tone="quiet" wide onClick={onShowAgain} disabled={pending}>
            {t("showAgain")}
          </Button>
        </div>
      </form>
    </>
  );
}
