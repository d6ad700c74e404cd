import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { sealedOf } from "@/lib/check-in/test-kit";
import { type CheckInId, checkInIdSchema } from "@/lib/ids";
import { signOutEverywhere } from "@/server/auth/sessions";
import { releaseAllStates } from "@/server/check-ins/states";
import { act, actToFirstTurn, addCheckIn, envelopeOf, readLog, type TestCheckIn } from "@/server/check-ins/test-kit";
import { unlink } from "@/server/couples/service";
import { addPerson } from "@/server/couples/test-people";
import { pool, prisma } from "@/server/database/client";
import { openTestDatabase } from "@/server/database/test-database";
import { publish } from "@/server/publish";
import {
  askAnything,
  connectDevice,
  type Device,
  disconnected,
  heard,
  noLimits,
  openSocket,
  settled,
  signInDevice,
  startTestServer,
  type TestServer,
  type TestSocket,
} from "@/server/realtime/test-server";

openTestDatabase();

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const open: TestSocket[] = [];
afterEach(() => {
  for (const socket of open.splice(0)) socket.disconnect();
});
const connect = async (person: { personId: TestCheckIn["mara"]["personId"] }): Promise<Device> => {
  const device = await connectDevice(server, person.personId);
  open.push(device.socket);
  return device;
};

/** Both in the room of a check-in that has just been opened. */
const meet = async (checkIn?: TestCheckIn) => {
  const at = checkIn ?? (await addCheckIn());
  const [mara, sam] = [await connect(at.mara), await connect(at.sam)];
  await mara.join(at.checkInId);
  await sam.join(at.checkInId);
  return { ...at, mara, sam, people: { mara: at.mara, sam: at.sam } };
};
const unheard = checkInIdSchema.parse("01890000-0000-7000-8000-000000000000");
const notAParticipant = { ok: false, refusal: "notAParticipant" };

describe("a handshake", () => {
  const refusalOf = async (asked: Parameters<typeof openSocket>[1]) => {
    const socket = openSocket(server, asked);
    open.push(socket);
    return settled(socket);
  };

  it("is refused by name to the signed-out, the revoked and the outdated page", async () => {
    const person = await addPerson("Mara");
    const { cookie, sessionId } = await signInDevice(person.personId);
    expect(await refusalOf({})).toBe("signedOut");
    expect(await refusalOf({ cookie: `${cookie}x` })).toBe("signedOut");
    expect(await refusalOf({ cookie, protocol: 0 })).toBe("protocol");
    expect(await refusalOf({ cookie, protocol: { toString: 1 } })).toBe("protocol");
    expect(await refusalOf({ cookie })).toBeNull();
    expect(await refusalOf({ cookie, transports: ["polling"] })).toBeNull();
    await signOutEverywhere({ ...person, sessionId, email: "" });
    expect(await refusalOf({ cookie })).toBe("signedOut");
  });

  it("from a foreign page does not reach the session at all", async () => {
    const { cookie } = await signInDevice((await addPerson("Mara")).personId);
    for (const origin of ["https://elsewhere.example", "null", null]) {
      expect(await refusalOf({ cookie, origin })).not.toBeNull();
      expect(await refusalOf({ cookie, origin, transports: ["polling"] })).not.toBeNull();
    }
  });
});

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
      for (const socket of open.splice(0)) socket.disconnect();
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

  it("a session that expires while the page stays open is closed at its next word", async () => {
    const { mara, people, checkInId } = await meet();
    const watchful = await startTestServer({ ...noLimits, recheckSessionsAfterMs: 0 });
    const device = await connectDevice(watchful, people.mara.personId);
    await prisma().authSession.update({ where: { id: device.sessionId }, data: { expiresAt: new Date(0) } });
    const closed = heard(device.socket, "room:closed");
    const gone = disconnected(device.socket);
    expect(await device.command({ checkInId, ...envelopeOf({ type: "ready" }, 0) })).toEqual(notAParticipant);
    expect(await closed).toEqual([{ reason: "signedOut" }]);
    expect(await gone).toBe("io server disconnect");
    expect(mara.socket.connected).toBe(true);
    await watchful.close();
  });

  it("a revoked session is closed on all its sockets at once, and no other", async () => {
    const { mara, sam, people, a, checkInId } = await meet();
    const closed = heard(mara.socket, "room:closed");
    const gone = disconnected(mara.socket);
    await signOutEverywhere({ ...people.mara, sessionId: mara.sessionId, email: "" });
    expect(await closed).toEqual([{ reason: "signedOut" }]);
    expect(await gone).toBe("io server disconnect");
    expect(await sam.command({ checkInId, ...envelopeOf({ type: "ready" }, 0) })).toMatchObject({ ok: true });
    expect(await readLog(a, checkInId)).toHaveLength(2);
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
      for (const socket of open.splice(0)) socket.disconnect();
    }
  });
});

/** Statements with this in them are answered only after `release`, with what they read or wrote before. */
const heldBack = (mark: string) => {
  const { query } = pool();
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  let wasRead = () => {};
  const read = new Promise<void>((resolve) => {
    wasRead = resolve;
  });
  const slowed = async (...given: unknown[]) => {
    const result: unknown = await Reflect.apply(query, pool(), given);
    if (!JSON.stringify(given).includes(mark)) return result;
    wasRead();
    await gate;
    return result;
  };
  Object.assign(pool(), { query: slowed });
  const undo = () => Object.assign(pool(), { query });
  return { read, release: () => [undo(), release()] };
};

describe("what was read just before an end", () => {
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

  it("lets no handshake through for a session that was ended meanwhile", async () => {
    const person = await addPerson("Mara");
    const { cookie, sessionId } = await signInDevice(person.personId);
    const { read, release } = heldBack("AuthSession");
    const socket = openSocket(server, { cookie });
    open.push(socket);
    await read;
    publish({ type: "sessionsEnded", sessionIds: [sessionId] });
    release();
    expect(await settled(socket)).toBe("signedOut");
  });
});

describe("a server that stops", () => {
  it("answers what it has accepted before it closes the line, and lets the page come back by itself", async () => {
    const own = await startTestServer();
    const checkIn = await addCheckIn();
    const device = await connectDevice(own, checkIn.mara.personId);
    const { read, release } = heldBack("json_to_recordset");
    const gone = disconnected(device.socket);
    const answer = device.command({ checkInId: checkIn.checkInId, ...envelopeOf({ type: "ready" }, 0) });
    await read;
    const closed = own.close();
    // Whatever does not wait for the answer has closed the line by then.
    for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
    release();
    expect(await answer).toEqual({ ok: true, value: { version: 2 } });
    expect(await gone).toBe("transport close");
    await closed;
  });
});

describe("a slow reader", () => {
  it("is cut before it fills the memory, and the other one reads on", async () => {
    const { mara, sam, a, checkInId } = await meet();
    const state = await act(a, checkInId, { type: "ready" });
    const dropped = heard(mara.socket, "room:presence", ({ presence }) => presence === "dropped");
    const line: unknown = Reflect.get(sam.socket.io.engine.transport, "ws");
    Reflect.apply(Reflect.get(Object(line), "pause"), line, []);
    let cut = false;
    void dropped.then(() => {
      cut = true;
    });
    for (let sent = 0; !cut && sent < 30_000; sent++) {
      publish({ type: "checkInChanged", coupleId: a.coupleId, state });
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(cut, "30 MB are more than a line may hold").toBe(true);
    expect(await dropped).toMatchObject([{ seat: "B", presence: "dropped" }]);
    expect(mara.socket.connected).toBe(true);
  });
});

describe("what is asked too often", () => {
  it("is told to slow down, per connection and per account, and cut if it goes on", async () => {
    const strict = await startTestServer({
      connection: { perSecond: 0, burst: 3 },
      account: { perSecond: 0, burst: 5 },
      refused: { perSecond: 0, burst: 4 },
      connectionsOfAccount: 2,
      recheckSessionsAfterMs: 300_000,
    });
    const { mara: person, checkInId } = await addCheckIn();
    const [one, two] = [await connectDevice(strict, person.personId), await connectDevice(strict, person.personId)];
    const third = openSocket(strict, await signInDevice(person.personId));
    expect(await settled(third)).toBe("unavailable");
    const asked = { checkInId, ...envelopeOf({ type: "ready" }, 0) };
    const first = [];
    for (let count = 0; count < 4; count++) first.push(await one.command(asked));
    expect(first.map(({ ok }) => ok)).toEqual([true, true, true, false]);
    expect(first.at(-1)).toEqual({ ok: false, refusal: "slowDown" });
    const second = [];
    for (let count = 0; count < 3; count++) second.push(await two.command(asked));
    expect(second.map(({ ok }) => ok)).toEqual([true, true, false]);
    const gone = disconnected(one.socket);
    for (let count = 0; count < 5; count++) askAnything(one.socket, "anything").catch(() => undefined);
    expect(await gone).toBe("io server disconnect");
    await strict.close();
  });
});

/** Until a view of at least this version has come. */
async function heardVersion(device: Device, version: number): Promise<void> {
  if (device.views.some(({ view }) => view.version >= version)) return;
  await heard(device.socket, "room:view", ({ view }) => view.version >= version);
}
