"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { StepTitle } from "@/components/auth/step-title";
import { useWrongPassword } from "@/components/auth/use-wrong-password";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PasswordInput } from "@/components/ui/password-input";
import { TextInput } from "@/components/ui/text-input";
import type { Bytes } from "@/lib/sealing/bytes";
import { passwordMinCharacters } from "@/lib/sealing/password-strength";
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

/** The recovery code and a new password; or, without the code, what follows from that and a new password. */
export function RecoverForm(props: RecoverFormProps) {
  const { way, person, password, onPassword, typed, onTyped, wrongCode, onDone, onBack, notice } = props;
  const t = useTranslations("recover");
  const hints = useTranslations("newPassword");
  const wrongWith = useWrongPassword(person);
  const [errors, setErrors] = useState<{ code?: string; fresh?: string }>({});
  const [changed, setChanged] = useState(false);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = way === "code" ? parseRecoveryCode(typed) : null;
    const found = {
      code: code === null || code.ok ? undefined : t(`code.errors.${code.refusal}`),
      fresh: wrongWith(password),
    };
    setErrors(found);
    if (found.code ?? found.fresh) {
      document.getElementById(found.code ? "recovery-code" : "new-password")?.focus();
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
          <TextInput
            id="recovery-code"
            label={t("code.label")}
            hint={t("code.hint")}
            error={errors.code ?? (wrongCode && !changed ? t("code.errors.another") : undefined)}
            autoComplete="off"
            autoCapitalize="characters"
            autoCorrect="off"
            spellCheck={false}
            className="font-mono tracking-wider"
            value={typed}
            onChange={(event) => {
              onTyped(event.target.value);
              setChanged(true);
            }}
          />
        )}
        <PasswordInput
          id="new-password"
          label={t("fresh")}
          hint={hints("hint", { count: passwordMinCharacters })}
          error={errors.fresh}
          autoComplete="new-password"
          value={password}
          onChange={(event) => onPassword(event.target.value)}
        />
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
