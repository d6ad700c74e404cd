"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { z } from "zod";
import { type Refused, refused } from "@/components/auth/answers";
import { goOn } from "@/components/auth/go-on";
import { useLoadOwnKeys } from "@/components/auth/keys-provider";
import { MakingKey } from "@/components/auth/making-key";
import { ownKeysRefusal } from "@/components/auth/own-keys";
import { readAnswer } from "@/components/auth/read-answer";
import { RefusalNotice } from "@/components/auth/refusal-notice";
import { clearKeys } from "@/components/keys/clear-keys";
import { deriveKeys } from "@/components/keys/derive-keys";
import { clearDrafts } from "@/components/keys/drafts";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { PasswordInput } from "@/components/ui/password-input";

export type DeleteAccountProps = {
  deleteAccount: (input: { authKey: string; leavesWords: boolean }) => Promise<unknown>;
};

/** The act: a choice, the password, a question. Afterwards nothing of the person is left on this device either. */
export function DeleteAccount({ deleteAccount }: DeleteAccountProps) {
  const t = useTranslations("deleteAccount");
  const loadOwnKeys = useLoadOwnKeys();
  const [leavesWords, setLeavesWords] = useState(false);
  const [password, setPassword] = useState("");
  const [error, setError] = useState<string>();
  const [refusal, setRefusal] = useState<Refused | null>(null);
  const [asks, setAsks] = useState(false);
  const [pending, setPending] = useState(false);

  const ask = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setRefusal(null);
    setError(password === "" ? t("errors.password") : undefined);
    if (password !== "") setAsks(true);
  };
  const go = async () => {
    if (pending) return;
    setPending(true);
    const answer = await send(password, leavesWords, { loadOwnKeys, deleteAccount }).catch(() =>
      refused("unavailable"),
    );
    if (answer.ok) {
      await clearKeys();
      clearDrafts();
      return goOn("/deleted");
    }
    setPending(false);
    setAsks(false);
    if (answer.refusal === "noMatch") setError(t("errors.noMatch"));
    else setRefusal(answer);
  };
  return (
    <form onSubmit={ask} noValidate className="grid gap-4">
      <div className="grid gap-1">
        <label className="flex min-h-11 items-center gap-3 font-semibold">
          <input
            type="checkbox"
            className="size-5 shrink-0 accent-us"
            checked={leavesWords}
            aria-describedby="leave-hint"
            onChange={(event) => setLeavesWords(event.target.checked)}
          />
          {t("leave")}
        </label>
        <p id="leave-hint" className="max-w-measure pl-8 text-small text-muted">
          {t("leaveHint")}
        </p>
      </div>
      <PasswordInput
        label={t("password")}
        hint={t("passwordHint")}
        error={error}
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      {refusal && <RefusalNotice refused={refusal} />}
      <div>
        <Button type="submit" tone="danger">
          {t("go")}
        </Button>
      </div>
      <Confirm
        open={asks}
        onClose={() => setAsks(false)}
        onConfirm={go}
        title={t("confirmTitle")}
        consequences={[t("confirmOne"), t(leavesWords ? "confirmLeave" : "confirmErase"), t("confirmThree")]}
        confirmLabel={t("go")}
        cancelLabel={t("keep")}
        pending={pending}
        pendingWords={t("going")}
      >
        {pending && <MakingKey doing="opening" />}
      </Confirm>
    </form>
  );
}

type Ways = Pick<DeleteAccountProps, "deleteAccount"> & { loadOwnKeys: ReturnType<typeof useLoadOwnKeys> };

/** The password stays here: what is sent is the key that also signs in. */
async function send(password: string, leavesWords: boolean, { loadOwnKeys, deleteAccount }: Ways) {
  const own = await loadOwnKeys();
  if (!own.ok) return refused(ownKeysRefusal(own.refusal));
  const derived = await deriveKeys(password, own.value.salt, own.value.kdf);
  if (!derived.ok) return refused("cannotDerive");
  const { authKey } = derived.value;
  const answer = readAnswer(await deleteAccount({ authKey, leavesWords }).catch(() => null), z.null());
  return !answer.ok && answer.refusal === "unavailable" && navigator.onLine === false ? refused("offline") : answer;
}
