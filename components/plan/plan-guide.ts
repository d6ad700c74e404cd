import type { Guide } from "@/lib/guides/guide";

/** What planning needs to know of a guide. */
export type PlanGuide = Pick<Guide, "id" | "title" | "about" | "minutes">;

/** How long is set aside for a guide, in minutes, until somebody says otherwise: the longer end of what it usually takes. */
export const lengthOf = (guides: readonly PlanGuide[], guideId: string): number =>
  guides.find(({ id }) => id === guideId)?.minutes[1] ?? 30;

/** The guide that is begun with: the first that usually takes so many minutes, or the first of all. */
export const guideFor = (guides: readonly PlanGuide[], minutes?: number): PlanGuide | undefined =>
  guides.find(({ minutes: [from, to] }) => minutes !== undefined && from <= minutes && minutes <= to) ?? guides[0];
