"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { CheckLine } from "@/components/auth/check-line";
import { StepTitle } from "@/components/auth/step-title";
import { Button } from "@/components/ui/button";
import { PasswordInput } from "@/components/ui/password-input";
import { TextInput } from "@/components/ui/text-input";
import { emailSchema, nameSchema } from "@/lib/accounts/account";
import { nameMaxCharacters } from "@/lib/accounts/name-max-characters";
import { checkPassword, passwordMinCharacters } from "@/lib/sealing/password-strength";

export type Details = { name: string; email: string; password: string };

export type SignUpDetailsProps = {
  /** Kept by the owner, so that coming back to this step loses nothing. They are in this page's memory alone. */
  details: Details;
  onChange: (details: Details) => void;
  /** Everything is well formed: the name trimmed, the address in small letters, the password as it goes into the key. */
  onDone: (details: Details) => void;
  disabled: boolean;
  first: boolean;
  notice: ReactNode;
};

type Part = "name" | "email" | "password" | "agreed";
type Errors = Partial<Record<Part, string>>;

/** Name, address, password and the two things to know first. Its fields have no `name`: sent by the browser itself, they would hold nothing. */
export function SignUpDetails({ details, onChange, onDone, disabled, first, notice }: SignUpDetailsProps) {
  const t = useTranslations("signUp");
  const [agreed, setAgreed] = useState(!first);
  const [errors, setErrors] = useState<Errors>({});
  const change = (part: keyof Details) => (event: { target: { value: string } }) => {
    onChange({ ...details, [part]: event.target.value });
    setErrors(({ [part]: _, ...others }) => others);
  };

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = nameSchema.safeParse(details.name);
    const email = emailSchema.safeParse(details.email);
    const password = checkPassword(details.password, details);
    const found: Errors = {
      ...(!name.success && { name: t(details.name.trim() === "" ? "errors.noName" : "errors.name") }),
      ...(!email.success && { email: t("errors.email") }),
      ...(!password.ok && { password: t(`errors.${password.refusal}`, { count: passwordMinCharacters }) }),
      ...(!agreed && { agreed: t("errors.agreed") }),
    };
    setErrors(found);
    if (name.success && email.success && password.ok && agreed) {
      onDone({ name: name.data, email: email.data, password: password.value });
    } else {
      const part = (["name", "email", "password", "agreed"] as const).find((each) => found[each] !== undefined);
      document.getElementById(`sign-up-${part}`)?.focus();
    }
  };

  return (
    <>
      <StepTitle first={first} lead={t("lead")}>
        {t("title")}
      </StepTitle>
      <form onSubmit={submit} noValidate className="grid gap-5">
        <TextInput
          id="sign-up-name"
          label={t("name.label")}
          hint={t("name.hint")}
          error={errors.name}
          autoComplete="given-name"
          maxLength={nameMaxCharacters * 2}
          value={details.name}
          onChange={change("name")}
        />
        <TextInput
          id="sign-up-email"
          label={t("email.label")}
          error={errors.email}
          type="email"
          inputMode="email"
          autoComplete="email"
          autoCapitalize="none"
          spellCheck={false}
          value={details.email}
          onChange={change("email")}
        />
        <PasswordInput
          id="sign-up-password"
          label={t("password.label")}
          hint={t("password.hint", { count: passwordMinCharacters })}
          error={errors.password}
          autoComplete="new-password"
          value={details.password}
          onChange={change("password")}
        />
        <CheckLine
          id="sign-up-agreed"
          checked={agreed}
          error={errors.agreed}
          onChange={(checked) => {
            setAgreed(checked);
            setErrors(({ agreed: _, ...others }) => others);
          }}
        >
          {t("agreed")}
        </CheckLine>
        {notice}
        <Button type="submit" wide disabled={disabled}>
          {t("next")}
        </Button>
      </form>
    </>
  );
}
