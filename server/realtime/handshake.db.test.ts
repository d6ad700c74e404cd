import { describe, expect, it } from "vitest";
import { signOutEverywhere } from "@/server/auth/sessions";
import { envelopeOf, readLog } from "@/server/check-ins/test-kit";
import { addPerson } from "@/server/couples/test-people";
import { prisma } from "@/server/database/client";
import { openTestDatabase } from "@/server/database/test-database";
import { publish } from "@/server/publish";
import { heldBack, notAParticipant, openTestRoom } from "@/server/realtime/test-room";
import {
  connectDevice,
  disconnected,
  heard,
  noLimits,
  openSocket,
  settled,
  signInDevice,
  startTestServer,
} from "@/server/realtime/test-server";

openTestDatabase();
const { server, keep, meet } = openTestRoom();

describe("a handshake", () => {
  const refusalOf = async (asked: Parameters<typeof openSocket>[1]) => {
    const socket = keep(openSocket(server(), asked));
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

describe("a session that has ended", () => {
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

  it("lets no handshake through for a session that was ended meanwhile", async () => {
    const person = await addPerson("Mara");
    const { cookie, sessionId } = await signInDevice(person.personId);
    const { read, release } = heldBack("AuthSession");
    const socket = keep(openSocket(server(), { cookie }));
    await read;
    publish({ type: "sessionsEnded", sessionIds: [sessionId] });
    release();
    expect(await settled(socket)).toBe("signedOut");
  });
});
