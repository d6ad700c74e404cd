import type { Noticed, Said } from "@/lib/coach/hint";

/** A test that notices the first of these patterns; `except` names the kind sentences that it leaves alone. */
export const firstMatch =
  (patterns: readonly RegExp[], except?: RegExp) =>
  ({ plain }: Said): Noticed | null => {
    if (except?.test(plain)) return null;
    for (const pattern of patterns) {
      const match = pattern.exec(plain);
      if (match) return { part: (match[1] ?? match[0]).trim() };
    }
    return null;
  };
