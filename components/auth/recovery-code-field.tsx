"use client";

import { useTranslations } from "next-intl";
import { TextInput } from "@/components/ui/text-input";

const id = "recovery-code";

export type RecoveryCodeFieldProps = {
  typed: string;
  onTyped: (typed: string) => void;
  /** What is wrong with it, in words. */
  error: string | undefined;
};

/** A recovery code as people write it: any case, spaces, O for 0. Needs `signUp`. */
export function RecoveryCodeField({ typed, onTyped, error }: RecoveryCodeFieldProps) {
  const t = useTranslations("signUp.check");
  return (
    <TextInput
      id={id}
      label={t("label")}
      hint={t("hint")}
      error={error}
      autoComplete="off"
      autoCapitalize="characters"
      autoCorrect="off"
      spellCheck={false}
      className="font-mono tracking-wider"
      value={typed}
      onChange={(event) => onTyped(event.target.value)}
    />
  );
}

export const focusRecoveryCode = () => document.getElementById(id)?.focus();
