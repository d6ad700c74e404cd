import { classes } from "./classes";

export type ButtonTone = "primary" | "secondary" | "quiet" | "danger";

/* The transparent border is what people who force their own colours see as the edge. */
const shape =
  "inline-flex min-h-11 items-center justify-center gap-2 rounded-full border py-2 text-center [overflow-wrap:anywhere] font-semibold transition-[filter,background-color] aria-busy:cursor-progress disabled:cursor-not-allowed disabled:opacity-60";

const tones: Record<ButtonTone, string> = {
  primary: "border-transparent px-6 bg-us text-on-us hover:brightness-110 active:brightness-90",
  secondary: "border-control px-6 bg-surface text-ink hover:bg-us-tint",
  quiet: "border-transparent px-4 text-us underline decoration-1 underline-offset-4 hover:bg-us-tint",
  danger: "border-transparent px-6 bg-danger text-on-danger hover:brightness-110 active:brightness-90",
};

export const buttonLook = (tone: ButtonTone, wide: boolean, more?: string): string =>
  classes(shape, tones[tone], wide && "w-full", more);
