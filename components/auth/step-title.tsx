"use client";

import { type ReactNode, useEffect, useRef } from "react";

/** The heading of one step. When a step follows another, it takes the focus: a screen reader reads on from there. */
export function StepTitle({
  children,
  lead,
  first = false,
}: {
  children: ReactNode;
  lead?: ReactNode;
  first?: boolean;
}) {
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!first) ref.current?.focus();
  }, [first]);
  return (
    <div className="grid gap-2">
      <h1
        ref={ref}
        tabIndex={-1}
        className="text-h1 font-semibold focus-visible:shadow-none focus-visible:outline-none"
      >
        {children}
      </h1>
      {lead && <p className="max-w-measure text-lead text-muted">{lead}</p>}
    </div>
  );
}
