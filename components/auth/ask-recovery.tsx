"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { type Refused, refused } from "@/components/auth/answers";
import { RefusalNotice } from "@/components/auth/refusal-notice";
import { sendAskRecovery } from "@/components/auth/send";
import { StepTitle } from "@/components/auth/step-title";
import { TextLink } from "@/components/auth/text-link";
import { useCanSeal } from "@/components/auth/use-can-seal";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import { emailSchema } from "@/lib/accounts/account";

/** Asks for the mail. What is said afterwards is the same for every address. Needs `recover` and `account`. */
export function AskRecovery({ mailLeaves }: { mailLeaves: boolean }) {
  const t = useTranslations("recover");
  // Awake: a form sent before would go nowhere.
  const awake = useCanSeal() !== null;
  const [email, setEmail] = useState("");
  const [error, setError] = useState<string>();
  const [refusal, setRefusal] = useState<Refused | null>(null);
  const [step, setStep] = useState<"form" | "pending" | "sent">("form");
  const [moved, setMoved] = useState(false);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (step === "pending") return;
    setRefusal(null);
    const address = emailSchema.safeParse(email);
    setError(address.success ? undefined : t("ask.error"));
    if (!address.success) return document.getElementById("recover-email")?.focus();
    setStep("pending");
    const answer = await sendAskRecovery(address.data).catch(() => refused("unavailable"));
    setStep(answer.ok ? "sent" : "form");
    setMoved(true);
    if (!answer.ok) setRefusal(answer);
  };

  if (step === "sent") {
    // Without a way out for mail, the link waits with whoever runs the server.
    const where = mailLeaves ? "sent" : "held";
    return (
      <>
        <StepTitle lead={t(`${where}.text`, { email: email.trim() })}>{t(`${where}.title`)}</StepTitle>
        <p className="max-w-measure text-muted">{t(`${where}.nothing`)}</p>
        <div className="grid gap-2 sm:justify-items-start">
          <Button tone="secondary" onClick={() => setStep("form")}>
            {t("sent.another")}
          </Button>
          <TextLink href="/sign-in">{t("ask.back")}</TextLink>
        </div>
      </>
    );
  }
  return (
    <>
      <StepTitle first={!moved} lead={t("ask.lead")}>
        {t("title")}
      </StepTitle>
      <form onSubmit={submit} noValidate className="grid gap-5">
        <TextInput
          id="recover-email"
          label={t("ask.email")}
          error={error}
          type="email"
          inputMode="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        {refusal && <RefusalNotice refused={refusal} />}
        <Button type="submit" wide disabled={!awake} pending={step === "pending"} pendingWords={t("ask.pending")}>
          {t("ask.submit")}
        </Button>
        <TextLink href="/sign-in">{t("ask.back")}</TextLink>
      </form>
    </>
  );
}
