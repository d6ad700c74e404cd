import { readPlace, writePlace } from "@/server/keyset";

/** Where a page of the list begins: after this check-in. */
export type Cursor = { createdAt: Date; id: string };

/** Null for whatever is no cursor that was made here. */
export const readCursor = (text: string | null): Cursor | null => {
  const place = readPlace(text);
  return place && { createdAt: place.at, id: place.id };
};

export const cursorOf = ({ openedAt, checkInId }: { openedAt: number; checkInId: string }): string =>
  writePlace(openedAt, checkInId);
