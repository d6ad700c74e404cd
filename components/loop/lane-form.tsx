import { useTranslations } from "next-intl";
import { type SubmitEvent, useEffect, useId, useRef, useState } from "react";
import { ask } from "@/components/join/ask";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { countCharacters } from "@/components/ui/count-characters";
import { useAnnounce } from "@/components/ui/live-region";
import { TextArea } from "@/components/ui/text-area";
import { useMadeFor } from "@/components/ui/use-made-for";
import { type CommandId, commandIdSchema } from "@/lib/ids";
import { otherSeat } from "@/lib/other-seat";
import { contents } from "@/lib/sealing/contents";
import { seal } from "@/lib/sealing/seal";
import { textMaxCharacters } from "@/lib/sealing/text-max-characters";
import { LoopRefusalNote } from "./loop-refusal-note";
import { useLoop } from "./loop-table";
import { useLaneDraft } from "./use-lane-draft";
import type { LaneWords } from "./use-lanes";
import { WordPicker } from "./word-picker";

const texts = ["trigger", "story", "doing", "longing"] as const;

/** The six parts of one's own lane. What is typed stays on this device until it was saved. */
export function LaneForm({ saved, onClose }: { saved: LaneWords | null; onClose(): void }) {
  const t = useTranslations("loop");
  const { loop, coupleId, coupleKey, seat, names, actions } = useLoop();
  const announce = useAnnounce();
  const heading = useId();
  const { draft, change, drop } = useLaneDraft(saved);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<"empty" | "tooLong" | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  /** With the version that was seen: the same saving again is answered once more, and not `changedMeanwhile`. */
  const { madeFor, forget } = useMadeFor<{ version: number; wordsId: CommandId }>();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return;
    const isEmpty =
      texts.every((part) => draft[part].trim() === "") && draft.surface.length + draft.tender.length === 0;
    const isTooLong = texts.some((part) => countCharacters(draft[part].trim()) > textMaxCharacters);
    setProblem(isEmpty ? "empty" : isTooLong ? "tooLong" : null);
    setRefusal(null);
    if (isEmpty || isTooLong) return;
    setPending(true);
    const { wordsId, version } = madeFor(JSON.stringify(draft), () => ({
      version: loop.versions[seat],
      wordsId: commandIdSchema.parse(crypto.randomUUID()),
    }));
    const context = { coupleId, checkInId: "-", kind: "lane", authorSeat: seat, commandId: wordsId } as const;
    const sealed = await seal(coupleKey, context, draft, contents.lane);
    const answer = sealed.ok ? await ask(actions.saveLane, { wordsId, version, words: sealed.value }) : sealed;
    setPending(false);
    if (!answer.ok) {
      if (answer.refusal === "changedMeanwhile") forget();
      return setRefusal(answer.refusal);
    }
    drop();
    announce(t("own.saved"));
    onClose();
  };
  const text = (part: (typeof texts)[number]) => (
    <TextArea
      label={t(`steps.${part}`)}
      hint={t(`hints.${part}`)}
      optional
      value={draft[part]}
      onChange={(event) => change({ [part]: event.target.value })}
      max={textMaxCharacters}
      rows={2}
      spoken
    />
  );
  return (
    <Card aria-labelledby={heading} className="print:hidden">
      <form onSubmit={submit} noValidate className="grid gap-6">
        <div className="grid gap-1">
          <h2
            id={heading}
            ref={title}
            tabIndex={-1}
            className="text-lead font-semibold focus-visible:shadow-none focus-visible:outline-none"
          >
            {t("own.title")}
          </h2>
          <p className="text-muted">{t("own.text", { name: names[otherSeat(seat)] })}</p>
        </div>
        {text("trigger")}
        {text("story")}
        <WordPicker part="surface" words={draft.surface} onWords={(surface) => change({ surface })} />
        {text("doing")}
        <WordPicker part="tender" words={draft.tender} onWords={(tender) => change({ tender })} />
        {text("longing")}
        {problem && (
          <p role="alert" className="font-semibold text-danger">
            {t(`own.${problem}`)}
          </p>
        )}
        <LoopRefusalNote refusal={refusal} />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" pending={pending} pendingWords={t("own.saving")}>
            {t("own.save")}
          </Button>
          <Button tone="quiet" onClick={onClose}>
            {t("own.later")}
          </Button>
        </div>
      </form>
    </Card>
  );
}
