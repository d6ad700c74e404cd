import type { ComponentProps, ReactNode } from "react";
import { classes } from "./classes";

export type ChipTone = "us" | "tide" | "ember" | "stirred" | "bright" | "heavy" | "settled";

export type CheckChipProps = Omit<ComponentProps<"input">, "type" | "children"> & {
  tone?: ChipTone;
  /** Before the words, for example a quadrant's glyph. Decoration: it is hidden from screen readers. */
  glyph?: ReactNode;
  children: ReactNode;
};

const tones: Record<ChipTone, string> = {
  us: "has-checked:border-us has-checked:bg-us-tint has-checked:text-us",
  tide: "has-checked:border-tide has-checked:bg-tide-tint has-checked:text-tide-ink",
  ember: "has-checked:border-ember has-checked:bg-ember-tint has-checked:text-ember-ink",
  stirred: "has-checked:border-stirred has-checked:bg-stirred-tint has-checked:text-stirred",
  bright: "has-checked:border-bright has-checked:bg-bright-tint has-checked:text-bright",
  heavy: "has-checked:border-heavy has-checked:bg-heavy-tint has-checked:text-heavy",
  settled: "has-checked:border-settled has-checked:bg-settled-tint has-checked:text-settled",
};

/** A native checkbox drawn as a chip. Chosen shows by a tick, an edge and a tint, never by colour alone. */
export function CheckChip({ tone = "us", glyph, className, children, ...rest }: CheckChipProps) {
  return (
    <label
      className={classes(
        "group relative inline-flex min-h-11 items-center gap-2 rounded-full border-2 border-control bg-surface px-4 py-1 transition-colors has-checked:font-semibold has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink has-disabled:opacity-60",
        tones[tone],
        className,
      )}
    >
      <input {...rest} type="checkbox" className="sr-only" />
      <svg aria-hidden viewBox="0 0 16 16" className="hidden size-4 shrink-0 group-has-checked:block">
        <path d="m3 8.5 3.5 3.5L13 4.5" fill="none" stroke="currentColor" strokeWidth="2.5" strokeLinecap="round" />
      </svg>
      {glyph && (
        <span aria-hidden className="group-has-checked:hidden">
          {glyph}
        </span>
      )}
      <span>{children}</span>
    </label>
  );
}
