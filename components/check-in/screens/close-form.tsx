import { useTranslations } from "next-intl";
import { type SubmitEvent, useState } from "react";
import { countCharacters } from "@/components/ui/count-characters";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { textMaxCharacters } from "@/lib/sealing/text-max-characters";
import type { Said } from "../move";
import { useRoomContext, useStep } from "../room";
import { Starters } from "../starters";
import { useDraft } from "../use-draft";

type Close = { thanks: string; leaving: string };
const leavingMaxCharacters = 60;
const nothing: Close = { thanks: "", leaving: "" };

const asClose = (kept: unknown): Close | null =>
  typeof kept === "object" &&
  kept !== null &&
  "thanks" in kept &&
  "leaving" in kept &&
  typeof kept.thanks === "string" &&
  typeof kept.leaving === "string"
    ? { thanks: kept.thanks, leaving: kept.leaving }
    : null;

/** One thank-you, and one word for how one leaves. */
export function CloseForm({ id, place, onSend }: { id: string; place: string; onSend(words: Said): void }) {
  const { view } = useRoomContext();
  const { act, starters } = useStep();
  const t = useTranslations("turn.form");
  const [{ thanks, leaving }, setClose] = useDraft(place, nothing, asClose);
  const [asked, setAsked] = useState(false);
  const isEmpty = thanks.trim() === "" && leaving.trim() === "";
  const thanksTooLong = countCharacters(thanks.trim()) > textMaxCharacters;
  const leavingTooLong = countCharacters(leaving.trim()) > leavingMaxCharacters;
  const needsWords = isEmpty && view.mode === "written";

  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setAsked(true);
    if (thanksTooLong || leavingTooLong || needsWords) return;
    onSend(isEmpty ? null : { thanks, leaving });
  };
  return (
    <form id={id} onSubmit={send} noValidate className="grid gap-4">
      <Starters starters={starters} onPick={(starter) => setClose({ thanks: starter, leaving })} />
      <TextArea
        label={act}
        value={thanks}
        onChange={(event) => setClose({ thanks: event.target.value, leaving })}
        max={textMaxCharacters}
        error={asked && needsWords ? t("empty") : asked && thanksTooLong ? t("tooLong") : undefined}
        spoken
      />
      <TextInput
        label={t("leaving")}
        hint={t("leavingHint")}
        optional
        value={leaving}
        onChange={(event) => setClose({ thanks, leaving: event.target.value })}
        error={asked && leavingTooLong ? t("leavingTooLong") : undefined}
        autoComplete="off"
      />
    </form>
  );
}
