import { useTranslations } from "next-intl";
import { type SubmitEvent, useEffect, useRef, useState } from "react";
import { ask } from "@/components/join/ask";
import { Button } from "@/components/ui/button";
import { countCharacters } from "@/components/ui/count-characters";
import { TextArea } from "@/components/ui/text-area";
import { useMadeFor } from "@/components/ui/use-made-for";
import { type CommandId, commandIdSchema } from "@/lib/ids";
import { otherSeat } from "@/lib/other-seat";
import { contents } from "@/lib/sealing/contents";
import { seal } from "@/lib/sealing/seal";
import type { Sealed } from "@/lib/sealing/sealed";
import { useMargin } from "./margin";
import { RefusalNote } from "./refusal-note";

type Answer = { ok: true; value: unknown } | { ok: false; refusal: string };
export type LineFormProps = {
  kind: "note" | "caption";
  max: number;
  text: string;
  onText(text: string): void;
  send(id: CommandId, words: Sealed): Promise<Answer>;
  onSent(): void;
  onClose(): void;
};

/** One field of words, sealed here. It stays as it is until the answer is a yes; closing it keeps what was written. */
export function LineForm({ kind, max, text, onText, send, onSent, onClose }: LineFormProps) {
  const t = useTranslations(`together.${kind}`);
  const margin = useMargin();
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<"empty" | "tooLong" | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { madeFor, forget } = useMadeFor<CommandId>();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector("textarea")?.focus(), []);
  if (!margin) return null;

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return;
    const length = countCharacters(text.trim());
    const problem = length === 0 ? "empty" : length > max ? "tooLong" : null;
    setError(problem);
    setRefusal(null);
    if (problem) return form.current?.querySelector("textarea")?.focus();
    setPending(true);
    const id = madeFor(text, () => commandIdSchema.parse(crypto.randomUUID()));
    const { coupleKey, coupleId, checkInId, seat } = margin;
    const context = { coupleId, checkInId, kind, authorSeat: seat, commandId: id };
    const sealed = await seal(coupleKey, context, { text }, contents[kind]);
    const answer = sealed.ok
      ? await ask(({ words }: { words: Sealed }) => send(id, words), { words: sealed.value })
      : sealed;
    setPending(false);
    if (!answer.ok) return setRefusal(answer.refusal);
    forget();
    onText("");
    onSent();
  };
  return (
    <form ref={form} onSubmit={submit} noValidate className="grid gap-3 print:hidden">
      <TextArea
        label={t("label")}
        hint={t("hint", { name: margin.names[otherSeat(margin.seat)] })}
        error={error ? t(error) : undefined}
        value={text}
        onChange={(event) => onText(event.target.value)}
        max={max}
        rows={2}
        spoken
      />
      <RefusalNote refusal={refusal} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" pending={pending} pendingWords={t("sending")}>
          {t("send")}
        </Button>
        <Button tone="quiet" onClick={onClose}>
          {t("later")}
        </Button>
      </div>
    </form>
  );
}
