import type { Guide } from "@/lib/guides/guide";

/** What planning needs to know of a guide. */
export type PlanGuide = Pick<Guide, "id" | "title" | "about" | "minutes">;
