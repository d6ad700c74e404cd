"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { type Refused, refused } from "@/components/auth/answers";
import { MakingKey } from "@/components/auth/making-key";
import { NoKeysHere } from "@/components/auth/no-keys-here";
import { RefusalNotice } from "@/components/auth/refusal-notice";
import { TextLink } from "@/components/auth/text-link";
import { useCanSeal } from "@/components/auth/use-can-seal";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PasswordInput } from "@/components/ui/password-input";

export type UnlockFormProps = { unlock: (password: string) => Promise<{ ok: true; value: null } | Refused> };

/** Signed in, but this browser has forgotten its keys: one password, asked for calmly. Needs `unlock` and `account`. */
export function UnlockForm({ unlock }: UnlockFormProps) {
  const t = useTranslations("unlock");
  const titleId = useId();
  const canSeal = useCanSeal();
  const [password, setPassword] = useState("");
  const [error, setError] = useState<string>();
  const [refusal, setRefusal] = useState<Refused | null>(null);
  const [pending, setPending] = useState(false);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return;
    setRefusal(null);
    setError(password === "" ? t("errors.password") : undefined);
    if (password === "") return;
    setPending(true);
    const answer = await unlock(password).catch(() => refused("unavailable"));
    setPending(false);
    if (answer.ok) return;
    // There is no address here that could be the wrong one, so the words are this form's own.
    if (answer.refusal === "noMatch") setError(t("errors.noMatch"));
    else setRefusal(answer);
  };

  return (
    <Card aria-labelledby={titleId} className="grid gap-4">
      <h2 id={titleId} className="text-lead font-semibold">
        {t("title")}
      </h2>
      <p className="max-w-measure text-muted">{t("lead")}</p>
      {canSeal === false && <NoKeysHere />}
      <form onSubmit={submit} noValidate className="grid gap-4">
        <PasswordInput
          label={t("password")}
          error={error}
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        {pending && <MakingKey doing="opening" />}
        {refusal && <RefusalNotice refused={refusal} />}
        <Button type="submit" disabled={canSeal !== true} pending={pending} pendingWords={t("pending")}>
          {t("submit")}
        </Button>
      </form>
      <TextLink href="/recover">{t("forgot")}</TextLink>
    </Card>
  );
}
