"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { type Refused, refused } from "@/components/auth/answers";
import { goOn } from "@/components/auth/go-on";
import { MakingKey } from "@/components/auth/making-key";
import { NoKeysHere } from "@/components/auth/no-keys-here";
import { RecoverForm } from "@/components/auth/recover-form";
import {
  makeAnew,
  makeWithCode,
  openLink,
  type RecoverActions,
  type Recovered,
  type Recovery,
} from "@/components/auth/recover-steps";
import { RecoveryCode } from "@/components/auth/recovery-code";
import { RecoveryCodeCheck } from "@/components/auth/recovery-code-check";
import { RefusalNotice } from "@/components/auth/refusal-notice";
import { signInWith } from "@/components/auth/sign-in-with";
import { StepTitle } from "@/components/auth/step-title";
import { TextLink } from "@/components/auth/text-link";
import { useCanSeal } from "@/components/auth/use-can-seal";
import { Button } from "@/components/ui/button";
import type { Bytes } from "@/lib/sealing/bytes";

type Way = "code" | "anew";
type Step = "choose" | Way | "making" | "show" | "check" | "kept";

export type RecoverProps = { token: string; actions: RecoverActions };

/**
 * A new password by the link of a mail: with the recovery code, or without it and then with a new pair of keys. What is set is
 * made and tried here first, and sent in one request; whichever moment this page is closed at, either nothing was changed and the
 * link still works, or the new password holds. Needs `recover`, `newPassword`, `signUp` and `account`.
 */
export function Recover({ token, actions }: RecoverProps) {
  const t = useTranslations("recover");
  const canSeal = useCanSeal();
  const [step, setStep] = useState<Step>("choose");
  const [way, setWay] = useState<Way>("code");
  const [pending, setPending] = useState<Way | "send" | null>(null);
  const [wrongCode, setWrongCode] = useState(false);
  const [refusal, setRefusal] = useState<Refused | null>(null);
  const [password, setPassword] = useState("");
  const [typed, setTyped] = useState("");
  const of = useRef<Recovery>(null);
  const made = useRef<Recovered>(null);
  /** What it was made of: pressed again unchanged, the same is sent again, so an answer that was lost on the way costs nothing. */
  const madeOf = useRef<{ fresh: string; code: Bytes }>(null);
  const moved = useRef(false);

  const go = (to: Step, why: Refused | null = null) => {
    moved.current = true;
    setPending(null);
    setRefusal(why);
    setStep(to);
  };

  const choose = async (chosen: Way) => {
    setPending(chosen);
    setRefusal(null);
    const opened = await openLink(actions.open, token);
    if (!opened.ok) return go("choose", opened);
    of.current = opened.value;
    setWay(chosen);
    setWrongCode(false);
    go(chosen);
  };

  const make = async (fresh: string, code: Bytes | null) => {
    if (of.current === null) return go("choose");
    setWrongCode(false);
    go("making");
    const before = madeOf.current;
    if (code !== null && before?.fresh === fresh && isSame(before.code, code)) return send("code");
    const given = { actions, token, of: of.current, password: fresh };
    const answer = await (code === null ? makeAnew(given) : makeWithCode(given, code)).catch(() =>
      refused("cannotDerive"),
    );
    if (!answer.ok) {
      setWrongCode(answer.refusal === "noMatch");
      return go(way, answer.refusal === "noMatch" ? null : answer);
    }
    made.current = answer.value;
    madeOf.current = code && { fresh, code };
    if (answer.value.recoveryCode !== null) go("show");
    else await send(way);
  };

  const send = async (from: Step) => {
    if (made.current === null) return go("choose");
    setPending("send");
    setRefusal(null);
    const { email, authKey, identity } = made.current;
    const answer = await made.current.send().catch(() => refused("unavailable"));
    if (!answer.ok) return go(from, answer);
    const signedIn = await signInWith(email, authKey, identity).catch(() => refused("unavailable"));
    if (signedIn.ok) goOn(way === "anew" ? "/you/let-in" : "/us");
    else go("kept", signedIn);
  };

  const notice = refusal && (
    <RefusalNotice refused={refusal}>
      {(refusal.refusal === "used" || refusal.refusal === "expired") && (
        <span className="grid">
          <TextLink href="/recover">{t("closed.again")}</TextLink>
          {refusal.refusal === "used" && <TextLink href="/sign-in">{t("closed.signIn")}</TextLink>}
        </span>
      )}
    </RefusalNotice>
  );
  const code = made.current?.recoveryCode ?? "";
  switch (step) {
    case "choose":
      return (
        <>
          <StepTitle first={!moved.current} lead={t("choose.lead")}>
            {t("title")}
          </StepTitle>
          {canSeal === false && <NoKeysHere />}
          {notice}
          <div className="grid gap-2">
            {(["code", "anew"] as const).map((each) => (
              <Button
                key={each}
                wide
                tone={each === "code" ? "primary" : "secondary"}
                disabled={canSeal !== true}
                pending={pending === each}
                onClick={() => choose(each)}
              >
                {t(`choose.${each}`)}
              </Button>
            ))}
          </div>
        </>
      );
    case "code":
    case "anew":
      return (
        <RecoverForm
          way={step}
          person={{ name: of.current?.name ?? "", email: of.current?.email ?? "" }}
          password={password}
          onPassword={setPassword}
          typed={typed}
          onTyped={setTyped}
          wrongCode={wrongCode}
          onDone={make}
          onBack={() => go("choose")}
          notice={notice}
        />
      );
    case "making":
      return <MakingKey doing="making" />;
    case "show":
      return <RecoveryCode code={code} onKept={() => go("check")} onBack={() => go("anew")} backLabel={t("back")} />;
    case "check":
      return (
        <RecoveryCodeCheck
          code={code}
          onRight={() => send("check")}
          onShowAgain={() => go("show")}
          pending={pending === "send"}
          notice={notice}
          doneLabel={t("anew.keep")}
          doingLabel={t("pending")}
        />
      );
    case "kept":
      return (
        <>
          <StepTitle lead={t("kept.text")}>{t("kept.title")}</StepTitle>
          <TextLink href="/sign-in">{t("closed.signIn")}</TextLink>
        </>
      );
  }
}

const isSame = (one: Bytes, other: Bytes) => one.every((byte, place) => byte === other[place]);
