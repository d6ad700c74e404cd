"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { focusRecoveryCode, RecoveryCodeField } from "@/components/auth/recovery-code-field";
import { StepTitle } from "@/components/auth/step-title";
import { Button } from "@/components/ui/button";
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

/** Asks the code back once. It is on paper when this is passed, or pasted from a safe place. */
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
      focusRecoveryCode();
    }
  };
  return (
    <>
      <StepTitle lead={t("lead")}>{t("title")}</StepTitle>
      <form onSubmit={submit} noValidate className="grid gap-5">
        <RecoveryCodeField
          typed={typed}
          onTyped={(anew) => {
            setTyped(anew);
            setError(undefined);
          }}
          error={error}
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
