"use client";

import { useTranslations } from "next-intl";
import { checkPassword, passwordMinCharacters } from "@/lib/sealing/password-strength";

/**
 * What is to be said about a new password, or undefined when it is a good one. Needs `newPassword`.
 *
 * @returns a function of the password, and of the one that it replaces where that is known
 */
export function useWrongPassword(person: { name?: string; email?: string }) {
  const t = useTranslations("newPassword.errors");
  return (fresh: string, old?: string): string | undefined => {
    const checked = checkPassword(fresh, person);
    if (!checked.ok) return t(checked.refusal, { count: passwordMinCharacters });
    return fresh === old ? t("same") : undefined;
  };
}
