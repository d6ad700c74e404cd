import ICAL from "ical.js";
import { beforeEach, describe, expect, it } from "vitest";
import type { PlannedId } from "@/lib/ids";
import { unlink } from "@/server/couples/service";
import { addCouple } from "@/server/couples/test-people";
import { prisma } from "@/server/database/client";
import { openTestDatabase } from "@/server/database/test-database";
import { answerFeed, answerOneOff } from "@/server/plans/calendar-answers";
import { findFeed, makeFeed, readFeed, readOneOff, revokeFeed } from "@/server/plans/feeds";
import { movePlanned, skipPlanned } from "@/server/plans/planned";
import { addPlanned, addPlanning, day, instantOf, must, newPlannedId, wallIn } from "@/server/plans/test-kit";

openTestDatabase();

type Two = Awaited<ReturnType<typeof addPlanning>>;
let a: Two["a"];
let b: Two["b"];
let plannedId: PlannedId;
beforeEach(async () => {
  ({ a, b } = await addPlanning());
  plannedId = await addPlanned(a, b, 2 * day);
});

const nameOf = (path: string) => path.split("/").at(-1) ?? "";
const eventsOf = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((one) => {
    const { uid, sequence, summary, startDate } = new ICAL.Event(one);
    return { uid, sequence, summary, at: startDate.toJSDate().getTime() };
  });
const read = async (name: string) => {
  const text = await readFeed(name);
  return text === null ? null : eventsOf(text);
};

describe("a private calendar", () => {
  it("holds what is planned under one's own title, and follows a move by the same name", async () => {
    await prisma().noticeSettings.create({ data: { personId: a.personId, calendarTitle: "Tea" } });
    const { path } = must(await makeFeed(a.personId));
    const uid = `${plannedId}@heard`;
    expect(await read(nameOf(path))).toEqual([{ uid, sequence: 0, summary: "Tea", at: instantOf(2 * day) }]);
    must(await movePlanned(b, { plannedId, sequence: 0, to: wallIn(3 * day) }));
    expect(await read(nameOf(path))).toEqual([{ uid, sequence: 1, summary: "Tea", at: instantOf(3 * day) }]);
    must(await skipPlanned(b, { plannedId, sequence: 1 }));
    expect(await read(nameOf(path))).toEqual([]);
  });

  it("is kept by a hash of its token alone, and a new one or a revocation ends it", async () => {
    const first = nameOf(must(await makeFeed(a.personId)).path);
    const [row] = await prisma().calendarFeed.findMany({ where: { personId: a.personId } });
    expect(JSON.stringify(row)).not.toContain(first.replace(".ics", ""));
    expect(await findFeed(a.personId)).not.toBeNull();
    const second = nameOf(must(await makeFeed(a.personId)).path);
    expect(await readFeed(first)).toBeNull();
    expect(await readFeed(second)).not.toBeNull();
    must(await revokeFeed(a.personId));
    must(await revokeFeed(a.personId));
    expect(await readFeed(second)).toBeNull();
    expect(await findFeed(a.personId)).toBeNull();
  });

  it("is empty once its owner is linked no more", async () => {
    const { path } = must(await makeFeed(a.personId));
    await unlink(b);
    expect(await read(nameOf(path))).toEqual([]);
  });

  it("answers a forged, a revoked and a senseless address with the same bytes, and no cache keeps any of it", async () => {
    const gone = nameOf(must(await makeFeed(a.personId)).path);
    const mine = nameOf(must(await makeFeed(a.personId)).path);
    const refused = [gone, `${"A".repeat(43)}.ics`, "x", "\u0000.ics", "A".repeat(5000)];
    const answers = await Promise.all(
      refused.map(async (token) => {
        const answer = await answerFeed(token);
        return [answer.status, await answer.text(), JSON.stringify([...answer.headers])];
      }),
    );
    expect(new Set(answers.map((answer) => answer.join("\n"))).size).toBe(1);
    expect(answers[0]?.[0]).toBe(404);
    const found = await answerFeed(mine);
    expect([found.status, found.headers.get("cache-control")]).toEqual([200, "private, no-store"]);
    expect(found.headers.get("content-type")).toContain("text/calendar");
  });
});

describe("one file", () => {
  it("is there for either of the two, and for nobody else what never was", async () => {
    const [c] = (await addCouple()).seats;
    for (const partner of [a, b]) {
      const text = await readOneOff(partner, plannedId);
      expect(eventsOf(text ?? "")).toMatchObject([{ uid: `${plannedId}@heard`, at: instantOf(2 * day) }]);
    }
    expect(await readOneOff(a, `${plannedId}.ics`)).not.toBeNull();
    const refused = await Promise.all([
      answerOneOff(c, plannedId),
      answerOneOff(a, newPlannedId()),
      answerOneOff(a, "no id at all"),
      answerOneOff(null, plannedId),
    ]);
    const bytes = refused.map(async (one) => [one.status, await one.text(), ...one.headers].join("\n"));
    expect(new Set(await Promise.all(bytes)).size).toBe(1);
    expect(refused[0]?.status).toBe(404);
    const found = await answerOneOff(b, plannedId);
    expect([found.status, found.headers.get("cache-control")]).toEqual([200, "private, no-store"]);
  });
});
