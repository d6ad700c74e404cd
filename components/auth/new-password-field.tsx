"use client";

import { useTranslations } from "next-intl";
import { PasswordInput } from "@/components/ui/password-input";
import { passwordMinCharacters } from "@/lib/sealing/password-strength";

const id = "new-password";

export type NewPasswordFieldProps = {
  label: string;
  password: string;
  onPassword: (password: string) => void;
  /** What is wrong with it, in words: `useWrongPassword`. */
  error: string | undefined;
};

/** The password that takes the place of another. Needs `newPassword`. */
export function NewPasswordField({ label, password, onPassword, error }: NewPasswordFieldProps) {
  const t = useTranslations("newPassword");
  return (
    <PasswordInput
      id={id}
      label={label}
      hint={t("hint", { count: passwordMinCharacters })}
      error={error}
      autoComplete="new-password"
      value={password}
      onChange={(event) => onPassword(event.target.value)}
    />
  );
}

export const focusNewPassword = () => document.getElementById(id)?.focus();
