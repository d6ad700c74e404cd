import type { ReactNode } from "react";

/** Where the focus goes when the step moves on (use-hand-over). */
export const stepHeadingId = "step-heading";

/** The one sentence of a screen, with the name of the stage above it. */
export function StepHeading({ eyebrow, children }: { eyebrow?: ReactNode; children: ReactNode }) {
  return (
    <div className="grid gap-1">
      {eyebrow && <p className="text-small font-semibold text-muted">{eyebrow}</p>}
      <h1
        id={stepHeadingId}
        tabIndex={-1}
        className="font-spoken text-prompt text-balance focus-visible:shadow-none focus-visible:outline-none"
      >
        {children}
      </h1>
    </div>
  );
}
