import { useTranslations } from "next-intl";
import { lazy, type ReactNode, type SubmitEvent, Suspense, useEffect, useRef, useState } from "react";
import { countCharacters } from "@/components/ui/count-characters";
import { TextArea } from "@/components/ui/text-area";
import { textMaxCharacters } from "@/lib/sealing/text-max-characters";
import type { Said } from "./move";
import { useRoomContext } from "./room";
import { Starters } from "./starters";
import { useTextDraft } from "./use-draft";

/* Apart from the page: few steps offer words of ours. */
const NeedWords = lazy(async () => ({ default: (await import("@/components/feelings/need-words")).NeedWords }));

export type WordsFormProps = {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  starters?: readonly string[];
  /** Words of ours that a tap puts into the field or takes out of it. */
  offers?: "needs";
  /** Where the words are kept until they are acknowledged. */
  place: string;
  /** It says something without words too: an answer, or anything in a spoken check-in. */
  mayBeEmpty?: boolean;
  /** Asked for by a press, whose button is gone now: the focus comes here. */
  takesFocus?: boolean;
  onSend(words: Said): void;
};

/** One field of a partner's words. The button that sends it stands in the action bar and names this form by its id. */
export function WordsForm(props: WordsFormProps) {
  const { id, label, hint, starters = [], offers, place, mayBeEmpty = false, takesFocus = false, onSend } = props;
  const { view } = useRoomContext();
  const t = useTranslations("turn.form");
  const [text, setText] = useTextDraft(place);
  const [error, setError] = useState<"empty" | "tooLong" | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const optional = mayBeEmpty || view.mode === "spoken";
  const toTheField = () => form.current?.querySelector("textarea")?.focus();
  useEffect(() => {
    if (takesFocus) form.current?.querySelector("textarea")?.focus();
  }, [takesFocus]);

  const pick = (starter: string) => {
    setText(text.trim() === "" ? starter : `${text.trimEnd()}\n${starter}`);
    toTheField();
  };
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const isEmpty = text.trim() === "";
    const problem =
      isEmpty && !optional ? "empty" : countCharacters(text.trim()) > textMaxCharacters ? "tooLong" : null;
    setError(problem);
    if (problem) toTheField();
    else onSend(isEmpty ? null : { text });
  };
  return (
    <form id={id} ref={form} onSubmit={send} noValidate className="grid gap-3">
      {offers === "needs" && (
        <Suspense>
          <NeedWords text={text} onChange={setText} />
        </Suspense>
      )}
      <Starters starters={starters} onPick={pick} />
      <TextArea
        label={label}
        hint={view.mode === "spoken" ? t("spoken") : hint}
        optional={optional && view.mode === "written"}
        error={error ? t(error) : undefined}
        value={text}
        onChange={(event) => setText(event.target.value)}
        max={textMaxCharacters}
        spoken
      />
    </form>
  );
}
