import type { ReactNode } from "react";
import { classes } from "./classes";

export type RingProps = {
  /** How much of the time is left, 0 to 1. */
  left: number;
  /** The time in words; it is what a screen reader gets, and it is shown in the ring. */
  words: ReactNode;
  /** Whose time it is. */
  tone?: "us" | "tide" | "ember";
  className?: string;
};

const tones = { us: "text-us", tide: "text-tide", ember: "text-ember" } as const;

/** A soft timer: it empties and never turns red. Drawn by attributes, since the policy allows no style attributes. */
export function Ring({ left, words, tone = "us", className }: RingProps) {
  const share = Math.round(Math.min(1, Math.max(0, left)) * 100);
  return (
    <span className={classes("relative inline-grid size-16 place-items-center", className)}>
      <svg aria-hidden viewBox="0 0 40 40" className={classes("absolute inset-0 -rotate-90", tones[tone])}>
        <circle cx="20" cy="20" r="18" fill="none" stroke="currentColor" strokeWidth="2.5" opacity="0.2" />
        <circle
          cx="20"
          cy="20"
          r="18"
          fill="none"
          stroke="currentColor"
          strokeWidth="2.5"
          strokeLinecap="round"
          pathLength="100"
          strokeDasharray={`${share} 100`}
          className={share === 0 ? "invisible" : undefined}
        />
      </svg>
      <span className="text-small font-semibold tabular-nums">{words}</span>
    </span>
  );
}
