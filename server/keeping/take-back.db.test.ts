import { describe, expect, it } from "vitest";
import { recordFor } from "@/lib/check-in/record";
import { sealedOf } from "@/lib/check-in/test-kit";
import { coupleIdSchema } from "@/lib/ids";
import { run } from "@/server/check-ins/service";
import { act, actToFirstTurn, addCheckIn, envelopeOf, readLog, readNow } from "@/server/check-ins/test-kit";
import { listFormerPartnerships } from "@/server/couples/former";
import { unlink } from "@/server/couples/service";
import { prisma } from "@/server/database/client";
import { openTestDatabase } from "@/server/database/test-database";
import { takeBack } from "@/server/keeping/take-back";
import { addBothWrote, commandOf, listStored, storedWords } from "@/server/keeping/test-kit";
import { happeningsOf } from "@/server/publish-test-kit";

openTestDatabase();

describe("taking back", () => {
  it("20: all of one's own words leaves a mark for both, the other's words, and no ciphertext in any table", async () => {
    const table = await addBothWrote();
    expect(await storedWords(table)).toContain("a");
    expect(await takeBack(table.b, table.checkInId, null)).toEqual({ ok: true, value: { count: 2 } });
    for (const seat of [table.a, table.b]) {
      const told = JSON.stringify(recordFor(await readNow(seat, table.checkInId), seat.seat));
      expect(told).toContain("cpiece-a");
      expect(told).toContain(`"words":{"gone":"takenBack"}`);
    }
    expect(await storedWords(table)).toEqual(["a"]);
  });

  it("one writing leaves one's others, and doing it again changes nothing", async () => {
    const table = await addBothWrote();
    const reflected = await commandOf(table, "reflected");
    expect(await takeBack(table.b, table.checkInId, reflected)).toEqual({ ok: true, value: { count: 1 } });
    expect(await takeBack(table.b, table.checkInId, reflected)).toEqual({ ok: true, value: { count: 0 } });
    expect(await storedWords(table)).toContain("b");
  });

  it("one reflection takes the tries before it along, and no other words", async () => {
    const table = await addCheckIn();
    await actToFirstTurn(table);
    const { a, b, checkInId } = table;
    await act(a, checkInId, { type: "share", words: sealedOf("shared-a") });
    await act(b, checkInId, { type: "listened" });
    for (const answer of ["notQuite", "yes"] as const) {
      await act(b, checkInId, { type: "reflect", words: sealedOf(`said-${answer}`) });
      await act(a, checkInId, { type: "confirm", answer, words: null });
    }
    await act(b, checkInId, { type: "endKindly", words: sealedOf("ending-b") });
    const landed = (await readLog(b, checkInId)).filter(({ type }) => type === "reflected").at(-1);
    if (!landed) throw new Error("nobody reflected");
    const marks = ["csaid-notQuite", "csaid-yes", "cshared-a", "cending-b"];
    expect(await listStored(marks)).toEqual(marks);
    expect(await takeBack(b, checkInId, landed.commandId)).toEqual({ ok: true, value: { count: 2 } });
    expect(await listStored(marks)).toEqual(["cshared-a", "cending-b"]);
  });

  it("takes the copies in agreements along: the asker's and the answerer's each by its author", async () => {
    const table = await addBothWrote();
    const { coupleId } = table.a;
    const [shared, reflected] = [await commandOf(table, "shared"), await commandOf(table, "reflected")];
    const copies = { request: sealedOf("copy-a"), answer: sealedOf("copy-b") };
    const made = { coupleId, id: shared, checkInId: table.checkInId, asker: "A", answerCommandId: reflected } as const;
    await prisma().agreement.create({ data: { ...made, ...copies, agreedAt: new Date() } });
    await takeBack(table.b, table.checkInId, null);
    expect(await prisma().agreement.findFirst()).toMatchObject({
      request: copies.request,
      answer: { gone: "takenBack" },
    });
    await takeBack(table.a, table.checkInId, null);
    expect(await listStored(["ccopy-a"])).toEqual([]);
  });

  it("is refused by name while it runs, for the other's words and for a check-in of another couple", async () => {
    const running = await addBothWrote({ ends: false });
    expect(await takeBack(running.a, running.checkInId, null)).toEqual({ ok: false, refusal: "stillRunning" });
    const table = await addBothWrote();
    const theirs = await commandOf(table, "shared");
    expect(await takeBack(table.b, table.checkInId, theirs)).toEqual({ ok: false, refusal: "notFound" });
    expect(await takeBack(running.a, table.checkInId, null)).toEqual({ ok: false, refusal: "notFound" });
    expect(await storedWords(table)).toContain("a");
  });

  it("reaches whoever still has the room or the page open, with nothing held in memory", async () => {
    const table = await addBothWrote();
    const told = await happeningsOf(() => takeBack(table.b, table.checkInId, null));
    expect(told.map(({ type }) => type)).toEqual(["checkInChanged", "homeChanged"]);
    expect(JSON.stringify(told)).not.toContain("creflection-b");
    // A retry of an old command answers with the state at hand.
    const retry = envelopeOf({ type: "listened" }, 0, await commandOf(table, "listened"));
    const ran = await run(table.b, table.checkInId, retry);
    expect(ran.ok && JSON.stringify(ran.value.state)).not.toContain("creflection-b");
  });

  it("stays possible after an unlink, and by both at the same moment", async () => {
    const table = await addBothWrote();
    await unlink(table.a);
    const formers = await Promise.all([table.mara, table.sam].map(({ personId }) => listFormerPartnerships(personId)));
    const done = await Promise.all(formers.flat().map((former) => takeBack(former, table.checkInId, null)));
    expect(done).toEqual([
      { ok: true, value: { count: 1 } },
      { ok: true, value: { count: 2 } },
    ]);
    const { coupleId } = table.a;
    const left = await prisma().checkInEvent.findMany({ where: { coupleId: coupleIdSchema.parse(coupleId) } });
    expect(JSON.stringify(left)).not.toContain('"c":');
  });
});
