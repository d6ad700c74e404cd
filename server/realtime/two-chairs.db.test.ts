import { describe, expect, it } from "vitest";
import type { CheckInId } from "@/lib/ids";
import { addCheckIn, envelopeOf, readLog } from "@/server/check-ins/test-kit";
import { unlink } from "@/server/couples/service";
import { addPerson } from "@/server/couples/test-people";
import { prisma } from "@/server/database/client";
import { openTestDatabase } from "@/server/database/test-database";
import { heldBack, notAParticipant, openTestRoom, unheard } from "@/server/realtime/test-room";
import { type Device, heard } from "@/server/realtime/test-server";

openTestDatabase();
const { connect, meet, leave } = openTestRoom();

describe("promise 10: two chairs", () => {
  const askAll = async (device: Device, checkInId: CheckInId) => [
    await device.join(checkInId),
    await device.command({ checkInId, ...envelopeOf({ type: "ready" }, 0) }),
    await device.leave(checkInId),
  ];

  it("strangers, other couples, ex-partners and made-up ids get one and the same answer from every event", async () => {
    const theirs = await addCheckIn();
    const stranger = await connect(await addPerson("Ada"));
    const otherCouple = (await meet()).mara;
    const past = await addCheckIn();
    await unlink(past.a);
    const exPartner = await connect(past.sam);
    const answers = await Promise.all([
      askAll(stranger, theirs.checkInId),
      askAll(stranger, unheard),
      askAll(otherCouple, theirs.checkInId),
      askAll(otherCouple, unheard),
      askAll(exPartner, past.checkInId),
      askAll(exPartner, theirs.checkInId),
    ]);
    for (const answer of answers.flat()) expect(answer).toEqual(notAParticipant);
    expect(await readLog(theirs.a, theirs.checkInId)).toHaveLength(1);
    expect(stranger.views).toEqual([]);
  });
});

describe("promise 11: unlinked is over", () => {
  it("closes the room for both at once, and accepts nothing more on any of their lines", async () => {
    const { mara, sam, checkInId, a, people } = await meet();
    const closed = Promise.all([heard(mara.socket, "room:closed"), heard(sam.socket, "room:closed")]);
    await unlink(a);
    expect(await closed).toEqual([[{ reason: "unlinked" }], [{ reason: "unlinked" }]]);
    const late = await connect(people.sam);
    for (const device of [mara, sam, late]) {
      expect(await device.command({ checkInId, ...envelopeOf({ type: "pause", minutes: 20 }, 0) })).toEqual(
        notAParticipant,
      );
      expect(await device.join(checkInId)).toEqual(notAParticipant);
      expect(device.views).toEqual([]);
    }
  });

  it("holds for whoever joins or commands at that very moment", async () => {
    for (let round = 0; round < 15; round++) {
      const { mara, sam, checkInId, a, people } = await meet();
      const late = await connect(people.mara);
      await Promise.all([
        unlink(a),
        late.join(checkInId),
        mara.command({ checkInId, ...envelopeOf({ type: "ready" }, 0) }),
        sam.command({ checkInId, ...envelopeOf({ type: "slowDown" }, 0) }),
      ]);
      const log = await prisma().checkInEvent.findMany({ where: { checkInId }, orderBy: { seq: "asc" } });
      expect(log.at(-1)?.type).toBe("unlinked");
      for (const device of [mara, sam, late]) {
        expect(await device.leave(checkInId)).toEqual(notAParticipant);
        expect(await device.command({ checkInId, ...envelopeOf({ type: "slowDown" }, 0) })).toEqual(notAParticipant);
      }
      leave();
    }
  });

  it("lets nobody into the room of a couple that was unlinked meanwhile", async () => {
    const checkIn = await addCheckIn();
    const { checkInId } = checkIn;
    const mara = await connect(checkIn.mara);
    const { read, release } = heldBack("CheckInEvent");
    const joining = mara.join(checkInId);
    await read;
    await unlink(checkIn.b);
    release();
    expect(await joining).toEqual(notAParticipant);
    expect(await mara.leave(checkInId)).toEqual(notAParticipant);
  });
});
