import { lazy, Suspense } from "react";
import { Skeleton } from "@/components/ui/skeleton";
import type { Said } from "./move";

/* Apart from the page: whoever listens first needs no form. */
const PieceFields = lazy(async () => ({ default: (await import("./piece-fields")).PieceFields }));

export type PieceFormProps = {
  id: string;
  /** Where the piece is kept until it is acknowledged. */
  place: string;
  /** Asked for by a press, whose button is gone now: the focus comes here. */
  takesFocus?: boolean;
  onSend(words: Said): void;
};

/** What a speaker hands over. The button that does it stands in the action bar and names this form by its id. */
export function PieceForm(props: PieceFormProps) {
  return (
    <Suspense fallback={<Skeleton lines={6} />}>
      <PieceFields {...props} />
    </Suspense>
  );
}
