"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useState } from "react";
import { type Refused, refused } from "@/components/auth/answers";
import { goOn } from "@/components/auth/go-on";
import { MakingKey } from "@/components/auth/making-key";
import { NoKeysHere } from "@/components/auth/no-keys-here";
import type { LoadOwnKeys } from "@/components/auth/own-keys";
import { RefusalNotice } from "@/components/auth/refusal-notice";
import { TextLink } from "@/components/auth/text-link";
import { useCanSeal } from "@/components/auth/use-can-seal";
import { Button } from "@/components/ui/button";
import { PasswordInput } from "@/components/ui/password-input";
import { TextInput } from "@/components/ui/text-input";

export type SignInProps = {
  /** A path of this site. */
  next: string;
  loadOwnKeys: LoadOwnKeys;
};

const load = () => Promise.all([import("@/lib/accounts/account"), import("@/components/auth/sign-in-here")]);

/** Address and password. A refusal leaves both where they are. Needs `signIn` and `account`. */
export function SignIn({ next, loadOwnKeys }: SignInProps) {
  const t = useTranslations("signIn");
  const canSeal = useCanSeal();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [errors, setErrors] = useState<{ email?: string; password?: string }>({});
  const [refusal, setRefusal] = useState<Refused | null>(null);
  const [pending, setPending] = useState(false);
  // What signing in takes comes while somebody types; where it has not, pressing waits for it.
  useEffect(() => void load().catch(() => undefined), []);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return;
    setRefusal(null);
    setPending(true);
    const ways = await load().catch(() => null);
    if (ways === null) {
      setPending(false);
      return setRefusal(refused("offline"));
    }
    const [{ emailSchema }, { signInHere }] = ways;
    const address = emailSchema.safeParse(email);
    setErrors({
      ...(!address.success && { email: t("errors.email") }),
      ...(password === "" && { password: t("errors.password") }),
    });
    if (!address.success || password === "") {
      setPending(false);
      document.getElementById(address.success ? "sign-in-password" : "sign-in-email")?.focus();
      return;
    }
    const answer = await signInHere(address.data, password, loadOwnKeys).catch(() => refused("unavailable"));
    if (answer.ok) return goOn(next);
    setPending(false);
    setRefusal(answer);
  };

  return (
    <form onSubmit={submit} noValidate className="grid gap-5">
      {canSeal === false && <NoKeysHere />}
      <TextInput
        id="sign-in-email"
        label={t("email")}
        error={errors.email}
        type="email"
        inputMode="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
      <PasswordInput
        id="sign-in-password"
        label={t("password")}
        error={errors.password}
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      {pending && <MakingKey doing="opening" />}
      {refusal && <RefusalNotice refused={refusal} />}
      <Button type="submit" wide disabled={canSeal !== true} pending={pending} pendingWords={t("pending")}>
        {t("submit")}
      </Button>
      <TextLink href="/recover">{t("forgot")}</TextLink>
      <p>
        {t("new")}{" "}
        <Link
          href={`/sign-up?next=${encodeURIComponent(next)}`}
          className="inline-flex min-h-11 items-center font-semibold text-us underline underline-offset-4"
        >
          {t("signUp")}
        </Link>
      </p>
    </form>
  );
}
