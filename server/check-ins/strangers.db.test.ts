import { describe, expect, it } from "vitest";
import { checkInIdSchema } from "@/lib/ids";
import { enter, listEnded, run } from "@/server/check-ins/service";
import { addCheckIn, envelopeOf, readLog } from "@/server/check-ins/test-kit";
import { openTestDatabase } from "@/server/database/test-database";

openTestDatabase();

const unheard = checkInIdSchema.parse("01890000-0000-7000-8000-000000000000");

describe("promise 10: two chairs", () => {
  it("a third person, a wrong id and an id of nobody get one and the same answer and change nothing", async () => {
    const [mine, theirs] = [await addCheckIn(), await addCheckIn()];
    await enter(theirs.a, theirs.checkInId, { keep: true });
    const ready = envelopeOf({ type: "ready" }, 0);
    for (const checkInId of [theirs.checkInId, unheard]) {
      expect(await run(mine.a, checkInId, ready)).toEqual({ ok: false, refusal: "notAParticipant" });
      expect(await enter(mine.a, checkInId, { keep: true })).toBeNull();
    }
    expect(await readLog(theirs.a, theirs.checkInId)).toHaveLength(1);
    expect(await listEnded(mine.a, null, 10)).toEqual([]);
  });
});
