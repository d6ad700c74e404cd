import type { Opener } from "@/components/check-in/opener";
import { letterPages } from "@/components/read/letter-pages";
import type { CheckInRecord } from "@/lib/check-in/record";
import type { ExportedCheckIn } from "@/lib/export/export";
import type { OwnBeside } from "@/lib/reading/taken-along";
import { openSaid } from "./open-said";

const iso = (at: number): string => new Date(at).toISOString();

/**
 * What one wrote beside a check-in, opened: notes by the title of the page that they stand beside, and lines. A note or line that
 * does not open says so beside those that do.
 *
 * @param agreements the title of the page that holds them, which has none of its own
 */
export async function openBeside(
  { notes, lines }: OwnBeside,
  record: CheckInRecord,
  opener: Opener,
  agreements: string,
): Promise<Pick<ExportedCheckIn, "notes" | "lines">> {
  const pages = letterPages(record);
  const titleOf = (id: string) => {
    const page = pages.find((one) => one.id === id);
    return page === undefined ? "" : page.kind === "agreements" ? agreements : page.title;
  };
  const said = (
    kind: "note" | "caption",
    { id, seat, words }: OwnBeside["lines"][number] | OwnBeside["notes"][number],
  ) =>
    words === null
      ? ({ absent: "couldNotBeOpened" } as const)
      : openSaid(opener, { kind, seat, words, commandId: id, at: 0 });
  const opened = await Promise.all([
    Promise.all(
      notes.map(async (note) => ({ page: titleOf(note.page), at: iso(note.at), said: await said("note", note) })),
    ),
    Promise.all(
      lines.map(async (line) => ({
        agreedAt: line.agreedAt === null ? null : iso(line.agreedAt),
        said: await said("caption", line),
      })),
    ),
  ]);
  return {
    ...(notes.length > 0 && { notes: opened[0] }),
    ...(lines.length > 0 && { lines: opened[1] }),
  };
}
