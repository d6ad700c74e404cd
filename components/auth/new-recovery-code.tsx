"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { z } from "zod";
import { type Refused, refused } from "@/components/auth/answers";
import { leaveSignedOut } from "@/components/auth/couple-key-here";
import { useLoadOwnKeys } from "@/components/auth/keys-provider";
import {
  type MadeRecoveryCode,
  makeRecoveryCode,
  type NewRecoveryCode as Sent,
} from "@/components/auth/make-recovery-code";
import { MakingKey } from "@/components/auth/making-key";
import { NoKeysHere } from "@/components/auth/no-keys-here";
import { readAnswer } from "@/components/auth/read-answer";
import { RecoveryCode } from "@/components/auth/recovery-code";
import { RecoveryCodeCheck } from "@/components/auth/recovery-code-check";
import { RefusalNotice } from "@/components/auth/refusal-notice";
import { StepTitle } from "@/components/auth/step-title";
import { useCanSeal } from "@/components/auth/use-can-seal";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { PasswordInput } from "@/components/ui/password-input";

type Step = "password" | "making" | "code" | "check" | "done";

export type NewRecoveryCodeProps = { email: string; change: (input: Sent) => Promise<unknown> };

/**
 * The password, the new code, the code asked back, and only then one request. Until it the old code holds; after it the new one,
 * which is on paper by then. Needs `newRecoveryCode`, `signUp` and `account`.
 */
export function NewRecoveryCode({ email, change }: NewRecoveryCodeProps) {
  const t = useTranslations("newRecoveryCode");
  const loadOwnKeys = useLoadOwnKeys();
  const canSeal = useCanSeal();
  const [step, setStep] = useState<Step>("password");
  const [password, setPassword] = useState("");
  const [error, setError] = useState<string>();
  const [refusal, setRefusal] = useState<Refused | null>(null);
  const [sending, setSending] = useState(false);
  const made = useRef<MadeRecoveryCode>(null);
  const moved = useRef(false);

  const go = (to: Step, why: Refused | null = null) => {
    moved.current = true;
    setRefusal(why);
    setStep(to);
  };

  const make = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setError(password === "" ? t("errors.password") : undefined);
    if (password === "") return;
    go("making");
    const answer = await makeRecoveryCode(password, loadOwnKeys).catch(() => refused("unavailable"));
    if (answer.ok) {
      made.current = answer.value;
      return go("code");
    }
    if (answer.refusal === "signedOut") return leaveSignedOut();
    const wrong = answer.refusal === "noMatch";
    setError(wrong ? t("errors.noMatch") : undefined);
    go("password", wrong ? null : answer);
  };

  const send = async () => {
    if (made.current === null) return go("password");
    setSending(true);
    setRefusal(null);
    const answer = readAnswer(await change(made.current.sent).catch(() => null), z.null());
    setSending(false);
    if (answer.ok) return go("done");
    if (answer.refusal === "signedOut") return leaveSignedOut();
    // The password was changed while the code was written down: the code is no good.
    if (answer.refusal === "noMatch" || answer.refusal === "changedMeanwhile")
      go("password", refused("changedMeanwhile"));
    else setRefusal(answer);
  };

  const code = made.current?.code ?? "";
  const notice = refusal && <RefusalNotice refused={refusal} />;
  switch (step) {
    case "password":
      return (
        <>
          <StepTitle first={!moved.current} lead={t("lead")}>
            {t("title")}
          </StepTitle>
          {canSeal === false && <NoKeysHere />}
          <form onSubmit={make} noValidate className="grid gap-5">
            <input type="email" autoComplete="username" value={email} readOnly hidden />
            <PasswordInput
              label={t("password")}
              error={error}
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
            {notice}
            <div className="grid gap-2">
              <Button type="submit" wide disabled={canSeal !== true}>
                {t("submit")}
              </Button>
              <ButtonLink href="/you" tone="quiet" wide prefetch={false}>
                {t("back")}
              </ButtonLink>
            </div>
          </form>
        </>
      );
    case "making":
      return <MakingKey doing="making" />;
    case "code":
      return (
        <RecoveryCode code={code} onKept={() => go("check")} onBack={() => go("password")} backLabel={t("again")} />
      );
    case "check":
      return (
        <RecoveryCodeCheck
          code={code}
          onRight={send}
          onShowAgain={() => go("code")}
          pending={sending}
          notice={notice}
          doneLabel={t("keep")}
          doingLabel={t("keeping")}
        />
      );
    case "done":
      return (
        <>
          <StepTitle lead={t("done.text")}>{t("done.title")}</StepTitle>
          <ButtonLink href="/you" prefetch={false} className="justify-self-start">
            {t("back")}
          </ButtonLink>
        </>
      );
  }
}
