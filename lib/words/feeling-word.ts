import type { FeelingId } from "@/lib/words/feelings";

/** How a feeling is written. Apart from the list, so that the coach need not carry every definition. */
export const feelingWord = (id: FeelingId): string => id.replaceAll("-", " ");
