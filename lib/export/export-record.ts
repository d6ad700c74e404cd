import type { CheckInRecord } from "@/lib/check-in/record";
import type { Writing } from "@/lib/check-in/state";
import { writingsOf } from "@/lib/check-in/writings";
import type { ExportedCheckIn, Said } from "./export";

const iso = (at: number): string => new Date(at).toISOString();

/**
 * One check-in as it is taken along by one of the two: their own writings, and what both said yes to with the words of both.
 *
 * @param open opens one writing; it is asked for those words alone that are taken along
 */
export async function exportRecord(
  record: CheckInRecord,
  withName: string | null,
  open: (writing: Writing) => Promise<Said>,
): Promise<ExportedCheckIn> {
  const pages: ExportedCheckIn["pages"] = [];
  for (const chapter of record.chapters) {
    const own = writingsOf(chapter).filter(({ seat }) => seat === record.seat);
    if (own.length === 0) continue;
    const writings = await Promise.all(
      own.map(async (writing) => ({ kind: writing.kind, at: iso(writing.at), said: await open(writing) })),
    );
    pages.push({ title: chapter.title, writings });
  }
  const agreements = await Promise.all(
    record.agreements.map(async ({ request, answer, agreedAt, retiredAt }) => ({
      agreedAt: iso(agreedAt),
      retiredAt: retiredAt === null ? null : iso(retiredAt),
      askedByMe: request.seat === record.seat,
      request: await open(request),
      answer: await open(answer),
    })),
  );
  const { checkInId, title, openedAt, endedAt, tookAPause } = record;
  return {
    checkInId,
    with: withName,
    title,
    openedAt: iso(openedAt),
    tookAPause,
    pages,
    agreements,
    endedAt: endedAt === null ? null : iso(endedAt),
  };
}
