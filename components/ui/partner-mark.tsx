import type { ReactNode } from "react";
import type { Seat } from "@/lib/ids";
import { classes } from "./classes";
import { shoreOf } from "./shore";

export type PartnerMarkProps = {
  seat: Seat;
  /** Always written: the shape and the colour only support it. */
  name: string;
  /** After the name, for example "is sharing". */
  children?: ReactNode;
  /** On the partner's own paper, whose ink it takes over. */
  onPaper?: boolean;
  className?: string;
};

/** ● Tide or ◆ Ember with the partner's name. */
export function PartnerMark({ seat, name, children, onPaper = false, className }: PartnerMarkProps) {
  const tide = shoreOf(seat) === "tide";
  return (
    <span
      className={classes(
        "inline-flex max-w-full min-w-0 items-center gap-2 font-semibold",
        !onPaper && (tide ? "text-tide" : "text-ember"),
        className,
      )}
    >
      <svg aria-hidden viewBox="0 0 12 12" className="size-3 shrink-0">
        {tide ? <circle cx="6" cy="6" r="5" fill="currentColor" /> : <path d="m6 0 6 6-6 6-6-6z" fill="currentColor" />}
      </svg>
      <span className="min-w-0 [overflow-wrap:anywhere]">
        {name}
        {children && <> {children}</>}
      </span>
    </span>
  );
}
