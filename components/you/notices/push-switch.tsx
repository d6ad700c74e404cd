"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { ask } from "@/components/join/ask";
import { useAnnounce } from "@/components/ui/live-region";
import { Notice } from "@/components/ui/notice";
import { SwitchRow } from "@/components/ui/switch-row";
import type { TurnPushOff, TurnPushOn } from "./notices-action";
import { findPushHere, keysOf, leavePushHere, type NoPush, subscribeHere, whyNoPush } from "./push-here";
import { useRefusalWords } from "./refusal";

export type PushSwitchProps = { pushKey: string | null; turnPushOn: TurnPushOn; turnPushOff: TurnPushOff };

const noWords = ["denied", "dismissed", "notTaken"] as const;

/** Whether this device shows notices. The browser's question comes only after a press, and the worker only with a yes. */
export function PushSwitch({ pushKey, turnPushOn, turnPushOff }: PushSwitchProps) {
  const t = useTranslations("notices.push");
  const wordsFor = useRefusalWords();
  const announce = useAnnounce();
  const [no, setNo] = useState<NoPush | "looking">("looking");
  const [on, setOn] = useState(false);
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);

  useEffect(() => {
    const why = whyNoPush();
    setNo(why);
    if (why !== null) return;
    findPushHere().then(
      (subscription) => {
        const keys = subscription && keysOf(subscription);
        setOn(keys !== null);
        // Told again, since a server that was restored from a backup may not know of this device.
        if (keys) void ask(turnPushOn, keys);
      },
      () => setNo("unsupported"),
    );
  }, [turnPushOn]);

  const turn = async (wanted: boolean) => {
    if (pushKey === null) return;
    setRefusal(null);
    setPending(true);
    setOn(wanted);
    const refused = wanted ? await turnOn(pushKey, turnPushOn) : await turnOff(turnPushOff);
    setPending(false);
    if (refused === null) return announce(t(wanted ? "on" : "off"));
    setOn(!wanted);
    setRefusal(refused);
  };

  const stands = pushKey === null ? "noKeys" : no === "looking" ? null : no;
  const isNo = noWords.find((one) => one === refusal);
  return (
    <SwitchRow
      label={t("label")}
      hint={t("hint")}
      checked={on}
      onChange={turn}
      pending={pending}
      disabled={pushKey === null || no !== null}
    >
      {stands && <p className="text-small">{t(stands)}</p>}
      {refusal && <Notice tone="warn">{isNo ? t(isNo) : wordsFor(refusal)}</Notice>}
    </SwitchRow>
  );
}

/** @returns the refusal's name, or null. A server that says no leaves nothing behind in the browser. */
async function turnOn(pushKey: string, tell: TurnPushOn): Promise<string | null> {
  const subscribed = await subscribeHere(pushKey);
  if (!subscribed.ok) return subscribed.refusal;
  const answer = await ask(tell, subscribed.value);
  if (answer.ok) return null;
  await leavePushHere();
  return answer.refusal;
}

/** The browser is quiet from here on, whatever the server says: an address that nobody listens at is forgotten by itself. */
async function turnOff(tell: TurnPushOff): Promise<null> {
  const endpoint = await leavePushHere();
  if (endpoint !== null) await ask(tell, { endpoint });
  return null;
}
