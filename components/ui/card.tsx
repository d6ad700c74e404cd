import type { ComponentProps } from "react";
import { classes } from "./classes";

export type CardProps = ComponentProps<"section"> & { tone?: "surface" | "sunken" | "us" };

const tones = {
  surface: "border-border bg-surface shadow-card",
  sunken: "border-border bg-sunken",
  us: "border-transparent bg-us-tint text-ink",
} as const;

/** A piece of paper on the table. Give it an `aria-labelledby` when it has a heading. */
export function Card({ tone = "surface", className, ...rest }: CardProps) {
  return <section {...rest} className={classes("rounded-card border p-4 sm:p-6", tones[tone], className)} />;
}
