import { useTranslations } from "next-intl";
import { lazy, type SubmitEvent, Suspense, useEffect, useRef, useState } from "react";
import { Skeleton } from "@/components/ui/skeleton";
import { type Content, contents, pieceDraftSchema } from "@/lib/sealing/contents";
import type { PieceFormProps } from "./piece-form";
import { useRoomContext, useStep } from "./room";
import { useDraft } from "./use-draft";

/* Apart from the page: only who speaks needs them, and the words and the coach are most of their weight. */
const PieceComposer = lazy(async () => ({
  default: (await import("@/components/feelings/piece-composer")).PieceComposer,
}));
const FeelingsOnly = lazy(async () => ({
  default: (await import("@/components/feelings/feelings-only")).FeelingsOnly,
}));

type Piece = Content<"piece">;
const nothing: Piece = { feelings: [] };
const asPiece = (kept: unknown): Piece | null => pieceDraftSchema.safeParse(kept).data ?? null;

const isEmpty = ({ feelings, softer, moment, need, opening }: Piece) =>
  feelings.length === 0 && !softer && !moment?.trim() && !need?.trim() && !opening?.trim();

/** What a speaker hands over; where a stage asks how both feel, the feelings alone. The button that does it stands in the action bar and names this form by its id. */
export function PieceFields({ id, place, takesFocus = false, onSend }: PieceFormProps) {
  const { view, sending } = useRoomContext();
  const { stage } = useStep();
  const t = useTranslations("turn.form");
  const [piece, setPiece] = useDraft(place, nothing, asPiece);
  const [error, setError] = useState<"emptyPiece" | "tooLong" | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (takesFocus) form.current?.focus();
  }, [takesFocus]);
  const shared = { value: piece, onChange: setPiece, disabled: sending !== null };

  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const says = isEmpty(piece);
    const problem =
      says && view.mode === "written" ? "emptyPiece" : contents.piece.safeParse(piece).success ? null : "tooLong";
    setError(problem);
    if (!problem) onSend(says ? null : piece);
  };
  return (
    <form id={id} ref={form} tabIndex={-1} onSubmit={send} noValidate className="grid gap-4">
      <Suspense fallback={<Skeleton lines={6} />}>
        {stage?.kind === "turn" ? (
          <PieceComposer {...shared} mode={view.mode} parts={stage.parts} />
        ) : (
          <FeelingsOnly {...shared} />
        )}
      </Suspense>
      {error && (
        <p role="alert" className="font-semibold text-danger">
          {t(error)}
        </p>
      )}
    </form>
  );
}
