import { dailyFive } from "./daily-five";
import type { Guide } from "./guide";
import { standard } from "./standard";
import { weekly } from "./weekly";

/** Every version that was ever published: old check-ins fold with the one that they were held with. */
const published: readonly Guide[] = [standard, dailyFive, weekly];

/** The guide that a check-in pinned; null where this server never published it. */
export const findGuide = (id: string, version: number): Guide | null =>
  published.find((guide) => guide.id === id && guide.version === version) ?? null;

/** What a new check-in may be held with: the newest version of each guide. */
export const listGuides = (): readonly Guide[] =>
  published.filter((guide) => !published.some((other) => other.id === guide.id && other.version > guide.version));
