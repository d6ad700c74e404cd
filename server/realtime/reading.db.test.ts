import { describe, expect, it } from "vitest";
import { type CheckInId, checkInIdSchema } from "@/lib/ids";
import type { ReadingMessage } from "@/lib/protocol";
import type { Reading } from "@/lib/reading/together";
import { signOutEverywhere } from "@/server/auth/sessions";
import { openCheckIn } from "@/server/check-ins/service";
import { act, addCheckIn, newCommandId, type TestCheckIn } from "@/server/check-ins/test-kit";
import { unlink } from "@/server/couples/service";
import { prisma } from "@/server/database/client";
import { openTestDatabase } from "@/server/database/test-database";
import { openTestRoom } from "@/server/realtime/test-room";
import { askAnything, disconnected, heard, startTestServer, type TestServer } from "@/server/realtime/test-server";

openTestDatabase();

const room = openTestRoom();

const connect = async (person: TestCheckIn["mara"], at?: TestServer) => {
  const device = await room.connect(person, at);
  const states: Reading[] = [];
  device.socket.on("reading:state", ({ reading }) => states.push(reading));
  const ask = (event: string, checkInId: CheckInId, more: object = {}) =>
    askAnything(device.socket, event, { checkInId, ...more });
  return {
    ...device,
    states,
    joinReading: (id: CheckInId) => ask("reading:join", id),
    leaveReading: (id: CheckInId) => ask("reading:leave", id),
    take: (id: CheckInId, page: string) => ask("reading:take", id, { page }),
    turn: (id: CheckInId, page: string) => ask("reading:turn", id, { page }),
    pass: (id: CheckInId) => ask("reading:pass", id),
    /** The next state that fits, or the last one that came if it does. */
    sees: async (fits: Partial<Reading>) => {
      const isSo = (reading: Reading) => Object.entries(fits).every(([key, value]) => same(reading, key, value));
      const last = states.at(-1);
      if (last && isSo(last)) return last;
      const [message] = await heard(device.socket, "reading:state", ({ reading }: ReadingMessage) => isSo(reading));
      return message.reading;
    },
  };
};
const same = (reading: Reading, key: string, value: unknown) =>
  JSON.stringify(Reflect.get(reading, key)) === JSON.stringify(value);

const endedCheckIn = async () => {
  const checkIn = await addCheckIn();
  await act(checkIn.a, checkIn.checkInId, { type: "endKindly", words: null });
  return checkIn;
};
/** Both on the page of one check-in that has ended; Mara holds it at the first page. */
const readTogether = async () => {
  const at = await endedCheckIn();
  const [mara, sam] = [await connect(at.mara), await connect(at.sam)];
  await mara.joinReading(at.checkInId);
  await sam.joinReading(at.checkInId);
  await mara.take(at.checkInId, "0-warm");
  await sam.sees({ holder: "A" });
  return { ...at, mara, sam, people: { mara: at.mara, sam: at.sam } };
};

const done = { ok: true, value: null };
const refused = (refusal: string) => ({ ok: false, refusal });
const unheard = checkInIdSchema.parse("01890000-0000-7000-8000-000000000000");

describe("reading together", () => {
  it("shows both who is here and who holds which page, and only the holder turns or passes it", async () => {
    const { mara, sam, checkInId } = await readTogether();
    expect(await mara.turn(checkInId, "1-turn")).toEqual(done);
    expect(await sam.sees({ page: "1-turn" })).toEqual({ holder: "A", page: "1-turn", here: ["A", "B"], dropped: [] });
    expect(await sam.turn(checkInId, "0-warm")).toEqual(refused("notYourPage"));
    expect(await sam.pass(checkInId)).toEqual(refused("notYourPage"));
    expect(await mara.pass(checkInId)).toEqual(done);
    expect(await mara.sees({ holder: "B" })).toMatchObject({ page: "1-turn" });
    expect(await mara.turn(checkInId, "0-warm")).toEqual(refused("notYourPage"));
    expect(await sam.turn(checkInId, "agreements")).toEqual(done);
    await mara.sees({ page: "agreements" });
  });

  it("lets one of two have the page who take it at the same moment, and tells both whose it is", async () => {
    const { mara: person, sam: other, checkInId } = await endedCheckIn();
    const [mara, sam] = [await connect(person), await connect(other)];
    await Promise.all([mara.joinReading(checkInId), sam.joinReading(checkInId)]);
    const answers = await Promise.all([mara.take(checkInId, "0-warm"), sam.take(checkInId, "1-turn")]);
    expect(answers).toContainEqual(done);
    expect(answers).toContainEqual(refused("notYourPage"));
    const [holder, page] = JSON.stringify(answers[0]) === JSON.stringify(done) ? ["A", "0-warm"] : ["B", "1-turn"];
    for (const device of [mara, sam]) expect(await device.sees({ page })).toMatchObject({ holder });
  });

  it("keeps apart a line that dropped and somebody who left, and gives the page back to whoever comes again", async () => {
    const { mara, sam, checkInId, people } = await readTogether();
    mara.socket.io.engine.close();
    expect(await sam.sees({ here: ["B"] })).toEqual({ holder: "A", page: "0-warm", here: ["B"], dropped: ["A"] });
    const again = await connect(people.mara);
    await again.joinReading(checkInId);
    expect(await sam.sees({ here: ["A", "B"] })).toMatchObject({ holder: "A", dropped: [] });
    expect(await again.turn(checkInId, "1-turn")).toEqual(done);
    expect(await again.leaveReading(checkInId)).toEqual(done);
    expect(await sam.sees({ here: ["B"] })).toEqual({ holder: null, page: null, here: ["B"], dropped: [] });
    expect(await sam.take(checkInId, "1-turn")).toEqual(done);
  });

  it("is healed after a restart by whoever held the page and says it again", async () => {
    const at = await endedCheckIn();
    const first = await startTestServer();
    const before = await connect(at.mara, first);
    await before.joinReading(at.checkInId);
    await before.take(at.checkInId, "1-turn");
    await first.close();
    const [sam, mara] = [await connect(at.sam), await connect(at.mara)];
    await sam.joinReading(at.checkInId);
    await mara.joinReading(at.checkInId);
    expect(await mara.sees({ here: ["A", "B"] })).toMatchObject({ holder: null });
    expect(await mara.take(at.checkInId, "1-turn")).toEqual(done);
    expect(await sam.sees({ holder: "A" })).toMatchObject({ page: "1-turn" });
  });

  it("counts somebody as here until their last device is gone", async () => {
    const { mara, sam, checkInId, people } = await readTogether();
    const tablet = await connect(people.mara);
    await tablet.joinReading(checkInId);
    await mara.leaveReading(checkInId);
    expect(await tablet.turn(checkInId, "1-turn")).toEqual(done);
    expect(await sam.sees({ page: "1-turn" })).toMatchObject({ holder: "A", here: ["A", "B"] });
    await tablet.leaveReading(checkInId);
    await sam.sees({ here: ["B"], holder: null });
  });

  it("joined twice is once, and another check-in on the same line leaves the first", async () => {
    const { mara, sam, checkInId, a } = await readTogether();
    await mara.joinReading(checkInId);
    const opened = await openCheckIn(a, { guideId: "standard", mode: "written", commandId: newCommandId() });
    if (!opened.ok) throw new Error(opened.refusal);
    const second = opened.value.checkInId;
    await act(a, second, { type: "endKindly", words: null });
    expect(await mara.joinReading(second)).toEqual(done);
    await sam.sees({ here: ["B"], holder: null });
    expect(await mara.leaveReading(checkInId)).toEqual(refused("notHere"));
    expect(await mara.leaveReading(second)).toEqual(done);
  });

  it("writes nothing down", async () => {
    const { mara, sam, checkInId } = await readTogether();
    const before = await prisma().checkInEvent.count({ where: { checkInId } });
    await mara.turn(checkInId, "1-turn");
    await mara.pass(checkInId);
    await sam.sees({ holder: "B" });
    expect(await prisma().checkInEvent.count({ where: { checkInId } })).toBe(before);
  });
});

describe("the door of reading together", () => {
  it("is shut to everybody else as if the check-in had never been", async () => {
    const { mara, checkInId } = await readTogether();
    const other = await endedCheckIn();
    const stranger = await connect(other.mara);
    for (const id of [checkInId, unheard]) {
      expect(await stranger.joinReading(id)).toEqual(refused("notAParticipant"));
      expect(await stranger.take(id, "0-warm")).toEqual(refused("notHere"));
      expect(await stranger.turn(id, "0-warm")).toEqual(refused("notHere"));
      expect(await stranger.pass(id)).toEqual(refused("notHere"));
      expect(await stranger.leaveReading(id)).toEqual(refused("notHere"));
    }
    expect(stranger.states).toEqual([]);
    expect(mara.states.at(-1)).toMatchObject({ holder: "A" });
  });

  it("leads to the room while a check-in runs, by that name", async () => {
    const running = await addCheckIn();
    const mara = await connect(running.mara);
    expect(await mara.joinReading(running.checkInId)).toEqual(refused("stillRunning"));
  });

  it("refuses what is no page by its name", async () => {
    const { mara, checkInId } = await readTogether();
    for (const page of ["", "a b", "x".repeat(81), "../0", null, 3, { toString: 1 }]) {
      expect(await askAnything(mara.socket, "reading:turn", { checkInId, page })).toEqual(refused("invalid"));
    }
    expect(await askAnything(mara.socket, "reading:turn", { checkInId, page: "0-warm", seat: "B" })).toEqual(
      refused("invalid"),
    );
  });

  it("closes for both when they unlink, also for one who comes at that very moment", async () => {
    for (let round = 0; round < 10; round++) {
      const { mara, sam, a, checkInId, people } = await readTogether();
      const late = await connect(people.sam);
      const closed = Promise.all([heard(mara.socket, "room:closed"), heard(sam.socket, "room:closed")]);
      await Promise.all([unlink(a), late.joinReading(checkInId), mara.turn(checkInId, "1-turn")]);
      expect(await closed).toEqual([[{ reason: "unlinked" }], [{ reason: "unlinked" }]]);
      for (const device of [mara, sam, late]) {
        expect(await device.turn(checkInId, "0-warm")).toEqual(refused("notHere"));
        expect(await device.joinReading(checkInId)).toEqual(refused("notAParticipant"));
      }
      room.leave();
    }
  });

  it("closes when its session ends, and the other one is told that they are not here", async () => {
    const { mara, sam, people } = await readTogether();
    const [closed, gone] = [heard(mara.socket, "room:closed"), disconnected(mara.socket)];
    await signOutEverywhere({ ...people.mara, sessionId: mara.sessionId, email: "" });
    expect(await closed).toEqual([{ reason: "signedOut" }]);
    await gone;
    await sam.sees({ here: ["B"] });
  });
});
