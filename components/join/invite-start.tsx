"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { type Action, ask } from "@/components/join/ask";
import { keepLinkSecret } from "@/components/join/kept-link";
import { RefusalNotice, type Refused } from "@/components/join/refusal";
import { keepCoupleKey } from "@/components/keys/key-store";
import { Button } from "@/components/ui/button";
import { RadioRow } from "@/components/ui/radio-row";
import { TextArea } from "@/components/ui/text-area";
import { coupleIdSchema } from "@/lib/ids";
import type { NewInvitation } from "@/lib/invitation/invitation";
import type { Identity } from "@/lib/sealing/identity";
import { type MadeInvitation, makeInvitation } from "@/lib/sealing/make-invitation";
import { textMaxCharacters } from "@/lib/sealing/text-max-characters";

const choices = ["start1", "start2", "start3", "none"] as const;
type Choice = (typeof choices)[number];

export type InviteStartProps = {
  identity: Identity;
  create: Action<NewInvitation>;
  /** Told once it is there. */
  onMade?: () => void;
};

/** Choose how to ask, change the words, make the invitation. Everything is sealed here before anything is sent. */
export function InviteStart({ identity, create, onMade }: InviteStartProps) {
  const t = useTranslations("invite.words");
  const [choice, setChoice] = useState<Choice>("start1");
  const [text, setText] = useState(() => t("start1"));
  const [pending, setPending] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  // Kept until it is answered: after a lost answer the same invitation is sent again, and there is only one.
  const made = useRef<{ words: string | null; value: MadeInvitation } | null>(null);

  const choose = (next: Choice) => {
    setChoice(next);
    if (next !== "none") setText(t(next));
  };

  const make = async (): Promise<Refused | null> => {
    const words = choice === "none" || text.trim() === "" ? null : text;
    if (made.current === null || made.current.words !== words) {
      const fresh = await makeInvitation(identity, coupleIdSchema.parse(crypto.randomUUID()), words);
      if (!fresh.ok) return fresh;
      made.current = { words, value: fresh.value };
    }
    const { sent, secret, coupleKey } = made.current.value;
    await keepCoupleKey(sent.coupleId, coupleKey);
    await keepLinkSecret(coupleKey, sent.coupleId, secret);
    const answer = await ask(create, sent);
    return answer.ok ? null : answer;
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (pending) return;
    setPending(true);
    setRefused(null);
    const problem = await make().catch(() => ({ refusal: "unavailable" }));
    setPending(false);
    setRefused(problem);
    // The answer brought the page anew, with the invitation on it.
    if (problem === null) onMade?.();
  };

  return (
    <form onSubmit={submit} noValidate className="grid gap-6">
      <RadioRow<Choice>
        legend={t("legend")}
        name="words"
        layout="stack"
        value={choice}
        onChange={choose}
        options={choices.map((value) => ({ value, label: t(value) }))}
      />
      {choice !== "none" && (
        <TextArea
          label={t("own")}
          hint={t("ownHint")}
          spoken
          max={textMaxCharacters}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      <RefusalNotice refused={refused} />
      <Button type="submit" pending={pending} pendingWords={t("making")}>
        {t("make")}
      </Button>
    </form>
  );
}
