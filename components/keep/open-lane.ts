import type { ExportedLane } from "@/lib/export/export";
import type { OwnLane } from "@/lib/reading/taken-along";
import { contents } from "@/lib/sealing/contents";
import { open } from "@/lib/sealing/open";
import type { Chapter } from "./collect";

/** One's own side of a couple's loop, opened; one that does not open says so. */
export async function openLane(
  { seat, wordsId, words, changedAt }: OwnLane,
  { coupleId, otherName }: Chapter,
  coupleKey: CryptoKey,
): Promise<ExportedLane> {
  const context = { coupleId, checkInId: "-", kind: "lane", authorSeat: seat, commandId: wordsId } as const;
  const opened = words && (await open(coupleKey, context, words, contents.lane));
  return {
    with: otherName,
    changedAt: new Date(changedAt).toISOString(),
    said: opened?.ok ? { lane: opened.value } : { absent: "couldNotBeOpened" },
  };
}
