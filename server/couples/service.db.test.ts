import { describe, expect, it } from "vitest";
import { openCheckIn } from "@/server/check-ins/service";
import { newCommandId } from "@/server/check-ins/test-kit";
import { findFormerPartner, findPartner, unlink } from "@/server/couples/service";
import { acceptByLink, addCouple, addPerson, invite } from "@/server/couples/test-people";
import { prisma } from "@/server/database/client";
import { openTestDatabase } from "@/server/database/test-database";
import { happeningsOf } from "@/server/publish-test-kit";

openTestDatabase();

describe("a partner", () => {
  it("is found from either side of the table, the inviter in seat A", async () => {
    const { mara, sam, seats } = await addCouple();
    const [fromMara, fromSam] = seats;
    expect(fromMara).toEqual({
      coupleId: fromSam.coupleId,
      seat: "A",
      personId: mara.personId,
      name: "Mara",
      other: { personId: sam.personId, name: "Sam", seat: "B" },
    });
    expect(fromSam.seat).toBe("B");
    expect(fromSam.other).toEqual({ personId: mara.personId, name: "Mara", seat: "A" });
  });

  it("is nobody before linking", async () => {
    const alone = await addPerson("Ada");
    await invite(alone);
    expect(await findPartner(alone.personId)).toBeNull();
  });
});

describe("unlinking", () => {
  it("by one ends the couple for both, and says so to both", async () => {
    const { mara, sam, seats } = await addCouple();
    const happenings = await happeningsOf(async () =>
      expect(await unlink(seats[1])).toEqual({ ok: true, value: null }),
    );
    expect(await findPartner(mara.personId)).toBeNull();
    expect(await findPartner(sam.personId)).toBeNull();
    const partners = await prisma().partner.findMany({ where: { coupleId: seats[0].coupleId } });
    expect(partners.map(({ leftAt, linkedPersonId }) => [leftAt instanceof Date, linkedPersonId])).toEqual([
      [true, null],
      [true, null],
    ]);
    expect(happenings).toContainEqual({ type: "coupleUnlinked", coupleId: seats[0].coupleId });
    expect(happenings).toContainEqual({ type: "homeChanged", personIds: [sam.personId, mara.personId] });
  });

  it("tells both of it until they are linked again", async () => {
    const { mara, sam, seats } = await addCouple();
    expect(await findFormerPartner(mara.personId)).toBeNull();
    await unlink(seats[0]);
    expect(await findFormerPartner(mara.personId)).toEqual({ name: "Sam" });
    expect(await findFormerPartner(sam.personId)).toEqual({ name: "Mara" });
    await acceptByLink(mara, await invite(await addPerson("Lee")));
    expect(await findFormerPartner(mara.personId)).toBeNull();
  });

  it("ends the check-in that is running, for both, in the same moment", async () => {
    const { seats } = await addCouple();
    const opened = await openCheckIn(seats[0], { guideId: "standard", mode: "written", commandId: newCommandId() });
    if (!opened.ok) throw new Error(opened.refusal);
    const happenings = await happeningsOf(() => unlink(seats[1]));
    const { checkInId } = opened.value;
    const events = await prisma().checkInEvent.findMany({ where: { checkInId }, orderBy: { seq: "asc" } });
    expect(events.map(({ type, seat }) => [type, seat])).toEqual([
      ["opened", "A"],
      ["unlinked", "B"],
    ]);
    expect(await prisma().checkIn.findUnique({ where: { id: checkInId } })).toMatchObject({
      status: "endedEarly",
      activeCoupleId: null,
    });
    expect(happenings.map(({ type }) => type)).toEqual(["checkInChanged", "coupleUnlinked", "homeChanged"]);
  });

  it("by both at the same moment ends it once", async () => {
    for (let round = 0; round < 10; round++) {
      const { seats } = await addCouple();
      const happenings = await happeningsOf(async () => {
        const answers = await Promise.all(seats.map((seat) => unlink(seat)));
        expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
        expect(answers).toContainEqual({ ok: false, refusal: "alreadyUnlinked" });
      });
      expect(happenings.filter(({ type }) => type === "coupleUnlinked")).toHaveLength(1);
    }
  });

  it("leaves both free to link again, with each other or with somebody else", async () => {
    const { mara, sam, seats } = await addCouple();
    await unlink(seats[0]);
    const again = await acceptByLink(mara, await invite(sam));
    expect(again.ok).toBe(true);
    const now = await findPartner(mara.personId);
    expect(now?.seat).toBe("B");
    expect(now?.coupleId).not.toBe(seats[0].coupleId);
  });

  it("of an earlier couple does nothing to the one that came after it", async () => {
    const { mara, sam, seats } = await addCouple();
    await unlink(seats[0]);
    await acceptByLink(mara, await invite(sam));
    expect(await unlink(seats[0])).toEqual({ ok: false, refusal: "alreadyUnlinked" });
    expect(await findPartner(sam.personId)).not.toBeNull();
  });
});
