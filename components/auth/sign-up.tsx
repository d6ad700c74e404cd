"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { type Refused, refused } from "@/components/auth/answers";
import { goOn } from "@/components/auth/go-on";
import { type MadeAccount, makeAccount } from "@/components/auth/make-account";
import { MakingKey } from "@/components/auth/making-key";
import { NoKeysHere } from "@/components/auth/no-keys-here";
import { openAccount } from "@/components/auth/open-account";
import { RecoveryCode } from "@/components/auth/recovery-code";
import { RecoveryCodeCheck } from "@/components/auth/recovery-code-check";
import { RefusalNotice } from "@/components/auth/refusal-notice";
import { type Details, SignUpDetails } from "@/components/auth/sign-up-details";
import { useCanSeal } from "@/components/auth/use-can-seal";

type Step = "details" | "making" | "code" | "check";

/**
 * Details, then the keys, then the recovery code, shown and asked back. Only after that does anything leave the device, in one
 * request: whoever closes the page before has no account and left nothing. `next`: a path of this site. Needs `signUp` and
 * `account`.
 */
export function SignUp({ next }: { next: string }) {
  const t = useTranslations("signUp");
  const canSeal = useCanSeal();
  const [step, setStep] = useState<Step>("details");
  const [details, setDetails] = useState<Details>({ name: "", email: "", password: "" });
  const [refusal, setRefusal] = useState<Refused | null>(null);
  const [sending, setSending] = useState(false);
  const made = useRef<MadeAccount & { name: string; email: string }>(null);
  /** A request went out whose answer never came: the account may be there. */
  const unsure = useRef(false);
  const moved = useRef(false);

  const go = (to: Step, why: Refused | null = null) => {
    moved.current = true;
    setRefusal(why);
    setStep(to);
  };

  const make = async ({ name, email, password }: Details) => {
    go("making");
    const answer = await makeAccount(password).catch(() => refused("cannotDerive"));
    if (!answer.ok) return go("details", refused("cannotDerive"));
    made.current = { ...answer.value, name, email };
    go("code");
  };

  const send = async () => {
    if (made.current === null) return go("details");
    setSending(true);
    setRefusal(null);
    const answer = await openAccount(made.current, unsure.current);
    if (answer.ok) return goOn(next);
    setSending(false);
    unsure.current ||= answer.refusal === "unavailable" || answer.refusal === "offline";
    // These are about what was typed at the start; it is still there.
    if (answer.refusal === "addressTaken" || answer.refusal === "invalid") go("details", answer);
    else setRefusal(answer);
  };

  const notice = refusal && (
    <RefusalNotice refused={refusal}>
      {refusal.refusal === "addressTaken" && (
        <Link href={`/sign-in?next=${encodeURIComponent(next)}`} className="font-semibold text-us underline">
          {t("signInInstead")}
        </Link>
      )}
    </RefusalNotice>
  );

  const code = made.current?.recoveryCode ?? "";
  switch (step) {
    case "details":
      return (
        <>
          {canSeal === false && <NoKeysHere />}
          <SignUpDetails
            details={details}
            onChange={setDetails}
            onDone={make}
            disabled={canSeal !== true}
            first={!moved.current}
            notice={notice}
          />
          <p>
            {t("have")}{" "}
            <Link
              href={`/sign-in?next=${encodeURIComponent(next)}`}
              className="inline-flex min-h-11 items-center font-semibold text-us underline underline-offset-4"
            >
              {t("signIn")}
            </Link>
          </p>
        </>
      );
    case "making":
      return <MakingKey doing="making" />;
    case "code":
      return <RecoveryCode code={code} onKept={() => go("check")} onBack={() => go("details")} />;
    case "check":
      return (
        <RecoveryCodeCheck
          code={code}
          onRight={send}
          onShowAgain={() => go("code")}
          pending={sending}
          notice={notice}
        />
      );
  }
}
