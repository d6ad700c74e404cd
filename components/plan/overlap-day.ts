/** When both are usually free on one day of this person's calendar (2026-11-29). Epoch ms. */
export type OverlapDay = { date: string; stretches: readonly { from: number; until: number }[] };
