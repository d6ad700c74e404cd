"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { z } from "zod";
import { type Refused, refused } from "@/components/auth/answers";
import { leaveSignedOut } from "@/components/auth/couple-key-here";
import { useLoadOwnKeys } from "@/components/auth/keys-provider";
import { MakingKey } from "@/components/auth/making-key";
import { focusNewPassword, NewPasswordField } from "@/components/auth/new-password-field";
import { NoKeysHere } from "@/components/auth/no-keys-here";
import { type LoadOwnKeys, ownKeysRefusal } from "@/components/auth/own-keys";
import { readAnswer } from "@/components/auth/read-answer";
import { RefusalNotice } from "@/components/auth/refusal-notice";
import { StepTitle } from "@/components/auth/step-title";
import { useCanSeal } from "@/components/auth/use-can-seal";
import { useWrongPassword } from "@/components/auth/use-wrong-password";
import { type NewPassword, wrapAnew } from "@/components/auth/wrap-anew";
import { deriveKeys } from "@/components/keys/derive-keys";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { PasswordInput } from "@/components/ui/password-input";

type Sent = NewPassword & { oldAuthKey: string; publicKey: string };

export type ChangePasswordProps = {
  name: string;
  email: string;
  change: (input: Sent) => Promise<unknown>;
};

/**
 * All that the change is made of is made and tried here first; then one request sets it, whole or not at all. Whichever moment
 * this page is closed at, one of the two passwords opens everything. Needs `changePassword`, `newPassword` and `account`.
 */
export function ChangePassword({ name, email, change }: ChangePasswordProps) {
  const t = useTranslations("changePassword");
  const wrongWith = useWrongPassword({ name, email });
  const loadOwnKeys = useLoadOwnKeys();
  const canSeal = useCanSeal();
  const [old, setOld] = useState("");
  const [fresh, setFresh] = useState("");
  const [errors, setErrors] = useState<{ old?: string; fresh?: string }>({});
  const [refusal, setRefusal] = useState<Refused | null>(null);
  const [step, setStep] = useState<"form" | "pending" | "done">("form");
  /** Sent as it was when it is pressed again: if the first one arrived and only its answer was lost, this is the same change. */
  const made = useRef<{ old: string; fresh: string; sent: Sent }>(null);

  const go = async (): Promise<{ ok: true; value: null } | Refused> => {
    if (made.current?.old !== old || made.current.fresh !== fresh) {
      const answer = await makeChange(old, fresh, loadOwnKeys);
      if (!answer.ok) return answer;
      made.current = { old, fresh, sent: answer.value };
    }
    return readAnswer(await change(made.current.sent).catch(() => null), z.null());
  };

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (step === "pending") return;
    setRefusal(null);
    const found = { old: old === "" ? t("errors.old") : undefined, fresh: wrongWith(fresh, old) };
    setErrors(found);
    if (found.old ?? found.fresh) {
      if (found.old) document.getElementById("old-password")?.focus();
      else focusNewPassword();
      return;
    }
    setStep("pending");
    const answer = await go().catch(() => refused("unavailable"));
    if (answer.ok) return setStep("done");
    setStep("form");
    if (answer.refusal === "signedOut") return leaveSignedOut();
    if (answer.refusal === "changedMeanwhile") made.current = null;
    if (answer.refusal === "noMatch") setErrors({ old: t("errors.noMatch") });
    else setRefusal(answer);
  };

  if (step === "done") {
    return (
      <>
        <StepTitle lead={t("done.text")}>{t("done.title")}</StepTitle>
        <p className="max-w-measure text-muted">{t("done.code")}</p>
        <ButtonLink href="/you" prefetch={false} className="justify-self-start">
          {t("back")}
        </ButtonLink>
      </>
    );
  }
  return (
    <>
      <StepTitle first lead={t("lead")}>
        {t("title")}
      </StepTitle>
      {canSeal === false && <NoKeysHere />}
      <form onSubmit={submit} noValidate className="grid gap-5">
        {/* For the browser's own keeper of passwords: whose these are. */}
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        <PasswordInput
          id="old-password"
          label={t("old")}
          error={errors.old}
          autoComplete="current-password"
          value={old}
          onChange={(event) => setOld(event.target.value)}
        />
        <NewPasswordField label={t("fresh")} password={fresh} onPassword={setFresh} error={errors.fresh} />
        {step === "pending" && <MakingKey doing="making" />}
        {refusal && <RefusalNotice refused={refusal} />}
        <div className="grid gap-2">
          <Button
            type="submit"
            wide
            disabled={canSeal !== true}
            pending={step === "pending"}
            pendingWords={t("pending")}
          >
            {t("submit")}
          </Button>
          <ButtonLink href="/you" tone="quiet" wide prefetch={false}>
            {t("back")}
          </ButtonLink>
        </div>
      </form>
    </>
  );
}

/** `noMatch`: the old password does not open the key, and nothing is asked of the server. */
async function makeChange(
  old: string,
  fresh: string,
  loadOwnKeys: LoadOwnKeys,
): Promise<{ ok: true; value: Sent } | Refused> {
  const own = await loadOwnKeys();
  if (!own.ok) return refused(ownKeysRefusal(own.refusal));
  const { salt, kdf, publicKey, privateKeyByPassword } = own.value;
  const derived = await deriveKeys(old, salt, kdf);
  if (!derived.ok) return refused("cannotDerive");
  const { wrapKey, authKey } = derived.value;
  const anew = await wrapAnew({ openWith: wrapKey, wrapped: privateKeyByPassword, publicKey }, fresh);
  if (!anew.ok) return refused(anew.refusal === "couldNotBeOpened" ? "noMatch" : "cannotDerive");
  return { ok: true, value: { ...anew.value.sent, oldAuthKey: authKey, publicKey } };
}
