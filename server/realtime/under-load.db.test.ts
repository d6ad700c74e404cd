import { describe, expect, it } from "vitest";
import { act, addCheckIn, envelopeOf } from "@/server/check-ins/test-kit";
import { openTestDatabase } from "@/server/database/test-database";
import { publish } from "@/server/publish";
import { heldBack, openTestRoom } from "@/server/realtime/test-room";
import {
  askAnything,
  connectDevice,
  disconnected,
  heard,
  openSocket,
  settled,
  signInDevice,
  startTestServer,
} from "@/server/realtime/test-server";

openTestDatabase();
const { meet } = openTestRoom();

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
