"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { focusNewPassword, NewPasswordField } from "@/components/auth/new-password-field";
import { focusRecoveryCode, RecoveryCodeField } from "@/components/auth/recovery-code-field";
import { StepTitle } from "@/components/auth/step-title";
import { useWrongPassword } from "@/components/auth/use-wrong-password";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { Bytes } from "@/lib/sealing/bytes";
import { parseRecoveryCode } from "@/lib/sealing/recovery";

export type RecoverFormProps = {
  way: "code" | "anew";
  person: { name: string; email: string };
  password: string;
  onPassword: (password: string) => void;
  /** The code as it is typed; kept by the owner like the password, so that a refusal loses neither. */
  typed: string;
  onTyped: (typed: string) => void;
  /** The code that was given opened nothing. */
  wrongCode: boolean;
  onDone: (password: string, code: Bytes | null) => void;
  onBack: () => void;
  notice: ReactNode;
};

/** The recovery code and a new password; or, without the code, what follows from that and a new password. Needs `recover`, `newPassword` and `signUp`. */
export function RecoverForm(props: RecoverFormProps) {
  const { way, person, password, onPassword, typed, onTyped, wrongCode, onDone, onBack, notice } = props;
  const t = useTranslations("recover");
  const codeErrors = useTranslations("signUp.check.errors");
  const wrongWith = useWrongPassword(person);
  const [errors, setErrors] = useState<{ code?: string; fresh?: string }>({});
  const [changed, setChanged] = useState(false);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = way === "code" ? parseRecoveryCode(typed) : null;
    const found = {
      code: code === null || code.ok ? undefined : codeErrors(code.refusal),
      fresh: wrongWith(password),
    };
    setErrors(found);
    if (found.code ?? found.fresh) {
      if (found.code) focusRecoveryCode();
      else focusNewPassword();
      return;
    }
    setChanged(false);
    onDone(password, code?.ok ? code.value : null);
  };

  return (
    <>
      <StepTitle lead={t(`${way}.lead`)}>{t(`${way}.title`)}</StepTitle>
      {way === "anew" && (
        <Card aria-labelledby="what-happens" className="grid gap-2">
          <h2 id="what-happens" className="text-lead font-semibold">
            {t("anew.what")}
          </h2>
          <ul className="grid list-disc gap-2 pl-6">
            {(["shut", "wait", "oldCode", "both", "former"] as const).map((each) => (
              <li key={each}>{t(`anew.${each}`)}</li>
            ))}
          </ul>
        </Card>
      )}
      <form onSubmit={submit} noValidate className="grid gap-5">
        <input type="email" autoComplete="username" value={person.email} readOnly hidden />
        {way === "code" && (
          <RecoveryCodeField
            typed={typed}
            onTyped={(anew) => {
              onTyped(anew);
              setChanged(true);
            }}
            error={errors.code ?? (wrongCode && !changed ? t("code.another") : undefined)}
          />
        )}
        <NewPasswordField label={t("fresh")} {...{ password, onPassword }} error={errors.fresh} />
        {notice}
        <div className="grid gap-2">
          <Button type="submit" wide>
            {t(`${way}.submit`)}
          </Button>
          <Button tone="quiet" wide onClick={onBack}>
            {t("back")}
          </Button>
        </div>
      </form>
    </>
  );
}
