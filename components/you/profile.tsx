"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { type Refused, refused } from "@/components/auth/answers";
import { askDone } from "@/components/auth/ask-done";
import { RefusalNotice } from "@/components/auth/refusal-notice";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { TextInput } from "@/components/ui/text-input";
import { nameMaxCharacters } from "@/lib/accounts/name-max-characters";

export type ProfileProps = {
  name: string;
  email: string;
  changeName: (input: { name: string }) => Promise<unknown>;
};

/** The name that the partner sees, which can be changed, and the address. Needs `you` and `account`. */
export function Profile({ name, email, changeName }: ProfileProps) {
  const t = useTranslations("you.profile");
  const titleId = useId();
  const [typed, setTyped] = useState(name);
  const [error, setError] = useState<string>();
  const [refusal, setRefusal] = useState<Refused | null>(null);
  const [saved, setSaved] = useState(false);
  const [pending, setPending] = useState(false);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return;
    setSaved(false);
    setRefusal(null);
    setPending(true);
    const wanted = await import("@/lib/accounts/account").then(
      ({ nameSchema }) => nameSchema.safeParse(typed),
      () => null,
    );
    setError(!wanted || wanted.success ? undefined : t(typed.trim() === "" ? "errors.noName" : "errors.name"));
    const answer = !wanted
      ? refused("offline")
      : wanted.success
        ? await askDone(() => changeName({ name: wanted.data }))
        : null;
    setPending(false);
    if (answer === null) return;
    if (answer.ok) setSaved(true);
    else setRefusal(navigator.onLine === false ? refused("offline") : answer);
  };

  return (
    <Card aria-labelledby={titleId} className="grid gap-4">
      <h2 id={titleId} className="text-lead font-semibold">
        {t("title")}
      </h2>
      <form onSubmit={submit} noValidate className="grid gap-4">
        <TextInput
          label={t("name")}
          hint={t("nameHint")}
          error={error}
          autoComplete="given-name"
          maxLength={nameMaxCharacters * 2}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setSaved(false);
          }}
        />
        {refusal && <RefusalNotice refused={refusal} />}
        <div className="flex flex-wrap items-center gap-4">
          <Button type="submit" tone="secondary" pending={pending} pendingWords={t("saving")}>
            {t("save")}
          </Button>
          <span role="status" className="text-small text-muted">
            {saved ? t("saved") : ""}
          </span>
        </div>
      </form>
      <dl className="grid gap-1">
        <dt className="font-semibold">{t("email")}</dt>
        <dd className="text-muted [overflow-wrap:anywhere]">{email}</dd>
      </dl>
    </Card>
  );
}
