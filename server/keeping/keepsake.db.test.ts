import { describe, expect, it } from "vitest";
import { unlink } from "@/server/couples/service";
import { openTestDatabase } from "@/server/database/test-database";
import { findYeses, listBook, sayYes } from "@/server/keeping/keepsake";
import { addBothWrote } from "@/server/keeping/test-kit";

openTestDatabase();

const yes = { ok: true, value: null };
const refused = (refusal: string) => ({ ok: false, refusal });
const inBook = async (partnership: Parameters<typeof listBook>[0]) =>
  (await listBook(partnership, null)).value.records.map(({ checkInId }) => checkInId);

describe("the keepsake book", () => {
  it("holds what both said yes to, and lets go of it when one takes theirs back", async () => {
    const { a, b, checkInId } = await addBothWrote();
    expect(await sayYes(a, checkInId, true)).toEqual(yes);
    expect(await findYeses(b, checkInId)).toEqual({ mine: false, theirs: true });
    expect(await inBook(a)).toEqual([]);
    expect(await sayYes(b, checkInId, true)).toEqual(yes);
    expect(await inBook(b)).toEqual([checkInId]);
    expect(await sayYes(a, checkInId, false)).toEqual(yes);
    expect(await inBook(b)).toEqual([]);
  });

  it("takes two yeses at the same moment as two, and the same one again as one", async () => {
    for (let round = 0; round < 5; round++) {
      const { a, b, checkInId } = await addBothWrote();
      const answers = await Promise.all([a, b, a, b].map((seat) => sayYes(seat, checkInId, true)));
      expect(answers).toEqual([yes, yes, yes, yes]);
      expect(await inBook(a)).toEqual([checkInId]);
    }
  });

  it("takes nothing that runs, that is another couple's, or after an unlink", async () => {
    const running = await addBothWrote({ ends: false });
    const table = await addBothWrote();
    expect(await sayYes(running.a, running.checkInId, true)).toEqual(refused("stillRunning"));
    expect(await sayYes(running.a, table.checkInId, true)).toEqual(refused("notFound"));
    await unlink(table.b);
    expect(await sayYes(table.a, table.checkInId, true)).toEqual(refused("notLinked"));
  });
});
