import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { sealedOf } from "@/lib/check-in/test-kit";
import { unlink } from "@/server/couples/service";
import { addCouple } from "@/server/couples/test-people";
import { prisma } from "@/server/database/client";
import { openTestDatabase } from "@/server/database/test-database";
import { eraseExpired } from "@/server/keeping/erasing";
import { answerLonger, askLonger, countOlder, findKeeping, shorten, stopAsking } from "@/server/keeping/retention";
import { addBothWrote, listStored, storedWords } from "@/server/keeping/test-kit";

openTestDatabase();

const day = 24 * 3_600_000;
const yes = { ok: true, value: null };
const refused = (refusal: string) => ({ ok: false, refusal });

/** As if the check-in had ended so many days ago. */
const age = (id: string, days: number) =>
  prisma().checkIn.update({ where: { id }, data: { endedAt: new Date(Date.now() - days * day) } });
const passGrace = ({ coupleId }: { coupleId: string }) =>
  prisma().couple.update({ where: { id: coupleId }, data: { keepShortenedAt: new Date(Date.now() - 25 * 3_600_000) } });

describe("how long check-ins are kept", () => {
  it("is shortened by either at once, and both are told by kind and day", async () => {
    const { seats } = await addCouple();
    const [a, b] = seats;
    expect(await findKeeping(a)).toEqual({ days: null, asked: null, graceUntil: null });
    expect(await shorten(b, 365)).toEqual(yes);
    expect(await shorten(a, 30)).toEqual(yes);
    expect(await findKeeping(b)).toMatchObject({ days: 30, asked: null, graceUntil: expect.any(Number) });
    const changes = await prisma().change.findMany({ where: { coupleId: a.coupleId }, orderBy: { at: "asc" } });
    expect(changes.map(({ kind, seat, detail }) => [kind, seat, detail])).toEqual([
      ["keepShortened", "B", { days: 365 }],
      ["keepShortened", "A", { days: 30 }],
    ]);
    const told = await prisma().notice.findMany({ where: { coupleId: a.coupleId } });
    expect(new Set(told.map(({ kind }) => kind))).toEqual(new Set(["keepChanged"]));
  });

  it("is lengthened by two yeses only, each for the very same time", async () => {
    const [a, b] = (await addCouple()).seats;
    await shorten(a, 30);
    expect(await askLonger(a, 30)).toEqual(refused("notLonger"));
    expect(await askLonger(a, 90)).toEqual(yes);
    expect(await findKeeping(b)).toMatchObject({ days: 30, asked: { days: 90, byMe: false } });
    expect(await answerLonger(a, 90, true)).toEqual(refused("nothingAsked"));
    expect(await answerLonger(b, 365, true)).toEqual(refused("askedForOther"));
    expect(await answerLonger(b, 90, true)).toEqual(yes);
    expect(await findKeeping(a)).toMatchObject({ days: 90, asked: null });
    expect(await askLonger(b, null)).toEqual(yes);
    expect(await answerLonger(a, null, false)).toEqual(yes);
    expect(await findKeeping(a)).toMatchObject({ days: 90, asked: null });
    expect(await askLonger(b, null)).toEqual(yes);
    expect(await stopAsking(a)).toEqual(refused("nothingAsked"));
    expect(await stopAsking(b)).toEqual(yes);
    expect(await shorten(a, 90)).toEqual(refused("notShorter"));
  });

  it("asked for alike by both at the same moment is two yeses, whoever is first", async () => {
    for (let round = 0; round < 8; round++) {
      const [a, b] = (await addCouple()).seats;
      await shorten(a, 30);
      expect(await Promise.all([askLonger(a, null), askLonger(b, null)])).toEqual([yes, yes]);
      expect(await findKeeping(a)).toMatchObject({ days: null, asked: null });
    }
  });

  it("shortened by one while the other says yes to longer stays shortened, whoever is first", async () => {
    for (let round = 0; round < 8; round++) {
      const [a, b] = (await addCouple()).seats;
      await shorten(a, 90);
      await askLonger(a, 365);
      const [answered, shortened] = await Promise.all([answerLonger(b, 365, true), shorten(a, 30)]);
      expect(shortened).toEqual(yes);
      expect([yes, refused("nothingAsked")]).toContainEqual(answered);
      expect(await findKeeping(a)).toMatchObject({ days: 30, asked: null });
    }
  });

  it("is nobody's to change once the couple has ended", async () => {
    const [a, b] = (await addCouple()).seats;
    await unlink(a);
    expect(await shorten(b, 30)).toEqual(refused("notLinked"));
    expect(await askLonger(b, 30)).toEqual(refused("notLinked"));
  });
});

describe("the nightly erasing", () => {
  it("erases what is older with all that hangs on it, after a day's grace, and nothing of others", async () => {
    const old = await addBothWrote();
    const others = await addBothWrote();
    for (const { checkInId } of [old, others]) await age(checkInId, 40);
    const { coupleId } = old.a;
    const { checkInId } = old;
    const note = { coupleId, checkInId, page: "p", seat: "A", words: sealedOf("note-mark"), at: new Date() } as const;
    await prisma().marginNote.create({ data: { id: randomUUID(), ...note } });
    const at = new Date();
    await prisma().caption.create({ data: { coupleId, checkInId, offered: sealedOf("line-mark"), offeredBy: "A" } });
    await prisma().keepsakeConsent.create({ data: { coupleId, checkInId, seat: "A", consentedAt: at } });
    const planned = {
      coupleId,
      guideId: "standard",
      minutes: 30,
      zone: "UTC",
      startsAt: at,
      status: "started",
    } as const;
    await prisma().plannedCheckIn.create({
      data: { ...planned, id: randomUUID(), checkInId, createdAt: at, changedAt: at },
    });
    expect(await countOlder(old.b, [30, 90])).toEqual([1, 0]);
    await shorten(old.b, 30);
    expect((await eraseExpired()).checkIns).toBe(0);
    expect(await storedWords(old)).toEqual(["a", "b"]);
    await passGrace(old.a);
    expect((await eraseExpired()).checkIns).toBe(1);
    expect(await storedWords(old)).toEqual([]);
    expect(await listStored([checkInId, "cnote-mark", "cline-mark"])).toEqual([]);
    expect(await storedWords(others)).toEqual(["a", "b"]);
  });

  it("keeps a younger one, one that runs, and an agreement that still holds", async () => {
    const kept = await addBothWrote();
    const running = await addBothWrote({ ends: false });
    const standing = await addBothWrote();
    const agreement = (retiredAt: Date | null, mark: string) => ({
      coupleId: standing.a.coupleId,
      id: randomUUID(),
      checkInId: standing.checkInId,
      asker: "A" as const,
      answerCommandId: randomUUID(),
      request: sealedOf(mark),
      agreedAt: new Date(),
      retiredAt,
    });
    await prisma().agreement.createMany({ data: [agreement(null, "holds"), agreement(new Date(), "let-go")] });
    await age(standing.checkInId, 31);
    await age(kept.checkInId, 29);
    for (const table of [kept, running, standing]) {
      await shorten(table.a, 30);
      await passGrace(table.a);
    }
    expect((await eraseExpired()).checkIns).toBe(1);
    expect(await storedWords(kept)).toEqual(["a", "b"]);
    expect(await storedWords(running)).toEqual(["a", "b"]);
    expect(await storedWords(standing)).toEqual([]);
    expect(await listStored(["cholds", "clet-go"])).toEqual(["cholds"]);
  });
});
