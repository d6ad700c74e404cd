"use client";

import { useTranslations } from "next-intl";
import { type SubmitEvent, useEffect, useMemo, useRef, useState } from "react";
import { draftsOf } from "@/components/keys/drafts";
import { Button } from "@/components/ui/button";
import { countCharacters } from "@/components/ui/count-characters";
import { TextArea } from "@/components/ui/text-area";
import { useMadeFor } from "@/components/ui/use-made-for";
import type { ListedAgreement } from "@/lib/agreements/agreement";
import { type CommandId, type CoupleId, commandIdSchema, type Seat } from "@/lib/ids";
import type { Result } from "@/lib/result";
import { contents } from "@/lib/sealing/contents";
import { seal } from "@/lib/sealing/seal";
import type { Sealed } from "@/lib/sealing/sealed";
import { textMaxCharacters } from "@/lib/sealing/text-max-characters";

export type ChangeFormProps = {
  agreement: Pick<ListedAgreement, "id" | "checkInId">;
  coupleKey: CryptoKey;
  coupleId: CoupleId;
  seat: Seat;
  theirName: string;
  pending: boolean;
  /** @returns whether the words lie there now; if not, they stay in the field. */
  offer(offerId: CommandId, words: Sealed): Promise<boolean>;
  refuse(refusal: string): void;
  close(): void;
};

/** New words for an agreement, kept on this device until they were offered. */
export function ChangeForm(props: ChangeFormProps) {
  const { agreement, coupleKey, coupleId, seat, theirName, pending, offer, refuse, close } = props;
  const t = useTranslations("agreements.change");
  const form = useRef<HTMLFormElement>(null);
  const [text, setText] = useState("");
  const [error, setError] = useState<"empty" | "tooLong" | null>(null);
  const drafts = useMemo(() => draftsOf(coupleKey, { coupleId, seat }), [coupleKey, coupleId, seat]);
  const place = `agreement/${agreement.id}`;
  const touched = useRef(false);
  const { madeFor } = useMadeFor<CommandId>();

  useEffect(() => {
    form.current?.querySelector("textarea")?.focus();
    let gone = false;
    void drafts.read(place).then((kept) => {
      if (!gone && !touched.current && typeof kept === "string") setText(kept);
    });
    return () => {
      gone = true;
    };
  }, [drafts, place]);

  const change = (next: string) => {
    touched.current = true;
    setText(next);
    void drafts.keep(place, next);
  };
  const send = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const problem = text.trim() === "" ? "empty" : countCharacters(text.trim()) > textMaxCharacters ? "tooLong" : null;
    setError(problem);
    if (problem) return form.current?.querySelector("textarea")?.focus();
    const offerId = madeFor(text, () => commandIdSchema.parse(crypto.randomUUID()));
    const sealed: Result<Sealed, string> = await seal(
      coupleKey,
      { coupleId, checkInId: agreement.checkInId, kind: "agreement", authorSeat: seat, commandId: offerId },
      { text },
      contents.agreement,
    );
    if (!sealed.ok) return refuse(sealed.refusal);
    if (!(await offer(offerId, sealed.value))) return;
    await drafts.drop(place);
    close();
  };
  return (
    <form ref={form} onSubmit={send} noValidate className="grid gap-3">
      <TextArea
        label={t("label")}
        hint={t("hint", { name: theirName })}
        error={error ? t(error) : undefined}
        value={text}
        onChange={(event) => change(event.target.value)}
        max={textMaxCharacters}
        spoken
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" pending={pending} pendingWords={t("sealing")}>
          {t("offer")}
        </Button>
        <Button tone="secondary" onClick={close} disabled={pending}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
}
