/* Narrower than the quiet Button, so that two fit beside each other on a small phone. */
export const quietButton =
  "min-h-11 shrink-0 rounded-full px-3 font-semibold text-us underline decoration-1 underline-offset-4 hover:bg-us-tint";
