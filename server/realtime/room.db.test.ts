import { describe, expect, it } from "vitest";
import { sealedOf } from "@/lib/check-in/test-kit";
import { releaseAllStates } from "@/server/check-ins/states";
import { act, actToFirstTurn, addCheckIn, envelopeOf, readLog } from "@/server/check-ins/test-kit";
import { openTestDatabase } from "@/server/database/test-database";
import { notAParticipant, openTestRoom, unheard } from "@/server/realtime/test-room";
import { connectDevice, type Device, heard, startTestServer } from "@/server/realtime/test-server";

openTestDatabase();
const { connect, meet, leave } = openTestRoom();

describe("a room", () => {
  it("shows each seat its own view after a change, and answers the sender with the version that holds it", async () => {
    const { mara, sam, checkInId } = await meet();
    const [shown, answer] = await Promise.all([
      heard(sam.socket, "room:view"),
      mara.command({ checkInId, ...envelopeOf({ type: "ready" }, 0) }),
    ]);
    expect(answer).toEqual({ ok: true, value: { version: 2 } });
    expect(shown[0].view).toMatchObject({ seat: "B", version: 2, awaits: ["B"] });
    await heardVersion(mara, 2);
    expect(mara.views[0]?.view).toMatchObject({ seat: "A", version: 2 });
  });

  it("sends nothing of a reveal to the other seat before both are in (promise 6)", async () => {
    const checkIn = await addCheckIn();
    for (let gather = 0; gather < 3; gather++) {
      await act(checkIn.a, checkIn.checkInId, { type: "ready" });
      await act(checkIn.b, checkIn.checkInId, { type: "ready" });
    }
    await act(checkIn.a, checkIn.checkInId, { type: "pick", option: "A" });
    const { step, version } = await act(checkIn.b, checkIn.checkInId, { type: "pick", option: "A" });
    const { mara, sam, checkInId } = await meet(checkIn);
    await mara.command({ checkInId, ...envelopeOf({ type: "write", words: sealedOf("secret") }, step) });
    await heardVersion(sam, version + 1);
    expect(JSON.stringify(sam.views)).not.toContain("csecret");
    await sam.command({ checkInId, ...envelopeOf({ type: "pass" }, step) });
    await heardVersion(sam, version + 2);
    expect(JSON.stringify(sam.views)).toContain("csecret");
  });

  it("reaches every device of a seat, in order, and no device of anyone else", async () => {
    const { mara, sam, people, checkInId } = await meet();
    const tablet = await connect(people.sam);
    await tablet.join(checkInId);
    const stranger = await meet();
    for (const [device, step] of [
      [mara, 0],
      [sam, 0],
      [mara, 1],
      [sam, 1],
    ] as const) {
      await device.command({ checkInId, ...envelopeOf({ type: "ready" }, step) });
    }
    for (const device of [mara, sam, tablet]) {
      await heardVersion(device, 5);
      expect(device.views.map(({ view }) => view.version)).toEqual([2, 3, 4, 5]);
    }
    await stranger.mara.command({ checkInId: stranger.checkInId, ...envelopeOf({ type: "ready" }, 0) });
    await heardVersion(stranger.sam, 2);
    expect(stranger.sam.views).toHaveLength(1);
  });

  it("gives a double click, two tabs and a retry one change and one answer (promise 9)", async () => {
    const { mara, people, checkInId, a } = await meet();
    const tab = await connect(people.mara);
    await tab.join(checkInId);
    const ready = { checkInId, ...envelopeOf({ type: "ready" }, 0) };
    const answers = await Promise.all([mara.command(ready), mara.command(ready), tab.command(ready)]);
    releaseAllStates();
    answers.push(await tab.command(ready));
    for (const answer of answers) expect(answer).toEqual({ ok: true, value: { version: 2 } });
    expect(await readLog(a, checkInId)).toHaveLength(2);
  });

  it("refuses a second screen's command for a step that has moved, by that name", async () => {
    const { mara, people, checkInId, sam } = await meet();
    const tab = await connect(people.mara);
    await mara.command({ checkInId, ...envelopeOf({ type: "ready" }, 0) });
    await sam.command({ checkInId, ...envelopeOf({ type: "ready" }, 0) });
    expect(await tab.command({ checkInId, ...envelopeOf({ type: "ready" }, 0) })).toEqual({
      ok: false,
      refusal: "stepMoved",
    });
  });

  it("both at once on one step: one commits first, and both are told the truth", async () => {
    for (let round = 0; round < 10; round++) {
      const { mara, sam, checkInId, a } = await meet();
      const answers = await Promise.all([
        mara.command({ checkInId, ...envelopeOf({ type: "ready" }, 0) }),
        sam.command({ checkInId, ...envelopeOf({ type: "ready" }, 0) }),
      ]);
      const versions = answers.map((answer) => (answer.ok ? answer.value.version : 0)).sort();
      expect(versions).toEqual([2, 3]);
      expect((await readLog(a, checkInId)).map(({ seq }) => seq)).toEqual([1, 2, 3]);
      for (const device of [mara, sam]) {
        await heardVersion(device, 3);
        expect(device.views.map(({ view }) => view.version)).toEqual([2, 3]);
      }
      leave();
    }
  });

  it("that is joined again after a dropped line, or after a restart of the server, is where it was (promise 8)", async () => {
    const checkIn = await addCheckIn();
    const { version } = await actToFirstTurn(checkIn);
    const own = await startTestServer();
    const before = await connectDevice(own, checkIn.mara.personId);
    const joined = await before.join(checkIn.checkInId);
    await own.close();
    releaseAllStates();
    const after = await connect(checkIn.mara);
    const again = await after.join(checkIn.checkInId);
    expect(joined).toMatchObject({ ok: true, value: { view: { version } } });
    expect(again.ok && again.value.view).toEqual(joined.ok && joined.value.view);
  });

  it("takes a command that was sent while the line was down, before the room is joined again", async () => {
    const checkIn = await addCheckIn();
    const mara = await connect(checkIn.mara);
    expect(await mara.command({ checkInId: checkIn.checkInId, ...envelopeOf({ type: "ready" }, 0) })).toEqual({
      ok: true,
      value: { version: 2 },
    });
  });

  it("is at most one a connection: joining another leaves the first", async () => {
    const { mara, sam, checkInId } = await meet();
    expect(await mara.join(unheard)).toEqual(notAParticipant);
    expect(await mara.leave(checkInId)).toEqual({ ok: true, value: null });
    expect(await mara.leave(checkInId)).toEqual(notAParticipant);
    await sam.command({ checkInId, ...envelopeOf({ type: "ready" }, 0) });
    await heardVersion(sam, 2);
    expect(mara.views).toEqual([]);
  });
});

describe("presence", () => {
  const presenceOf = async (device: Device, fits: (presence: string) => boolean) =>
    (await heard(device.socket, "room:presence", ({ presence }) => fits(presence)))[0];

  it("tells who joins how the other is, and the other that they are here", async () => {
    const checkIn = await addCheckIn();
    const mara = await connect(checkIn.mara);
    const [first] = await Promise.all([presenceOf(mara, () => true), mara.join(checkIn.checkInId)]);
    expect(first).toMatchObject({ seat: "B", presence: "notYet" });
    const sam = await connect(checkIn.sam);
    const [toMara, toSam] = await Promise.all([
      presenceOf(mara, () => true),
      presenceOf(sam, () => true),
      sam.join(checkIn.checkInId),
    ]);
    expect(toMara).toMatchObject({ checkInId: checkIn.checkInId, seat: "B", presence: "here" });
    expect(toSam).toMatchObject({ seat: "A", presence: "here" });
  });

  it("counts devices: away only when the last one is, and a dropped line is not stepping out", async () => {
    const { mara, sam, people, checkInId, a } = await meet();
    const tablet = await connect(people.sam);
    await tablet.join(checkInId);
    const told: string[] = [];
    mara.socket.on("room:presence", ({ presence }) => told.push(presence));
    await sam.leave(checkInId);
    expect(told).toEqual([]);
    const gone = presenceOf(mara, (presence) => presence !== "here");
    tablet.socket.io.engine.close();
    expect(await gone).toMatchObject({ seat: "B", presence: "dropped" });
    const back = presenceOf(mara, (presence) => presence === "here");
    await sam.join(checkInId);
    await back;
    const left = presenceOf(mara, (presence) => presence !== "here");
    sam.socket.disconnect();
    expect(await left).toMatchObject({ presence: "steppedOut" });
    expect(await readLog(a, checkInId)).toHaveLength(1);
  });
});

describe("home", () => {
  it("is told on every device of both when a check-in ends", async () => {
    const { mara, sam, checkInId } = await meet();
    const told = Promise.all([heard(mara.socket, "home:changed"), heard(sam.socket, "home:changed")]);
    await mara.command({ checkInId, ...envelopeOf({ type: "endKindly", words: null }, 0) });
    expect(await told).toHaveLength(2);
  });
});

/** Until a view of at least this version has come. */
async function heardVersion(device: Device, version: number): Promise<void> {
  if (device.views.some(({ view }) => view.version >= version)) return;
  await heard(device.socket, "room:view", ({ view }) => view.version >= version);
}
