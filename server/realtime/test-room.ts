import { afterAll, afterEach, beforeAll } from "vitest";
import { type CheckInId, checkInIdSchema, type PersonId } from "@/lib/ids";
import { addCheckIn, type TestCheckIn } from "@/server/check-ins/test-kit";
import { pool } from "@/server/database/client";
import {
  connectDevice,
  type Device,
  startTestServer,
  type TestServer,
  type TestSocket,
} from "@/server/realtime/test-server";

export const unheard: CheckInId = checkInIdSchema.parse("01890000-0000-7000-8000-000000000000");
export const notAParticipant = { ok: false, refusal: "notAParticipant" };

/** The live side for a test file, and devices at it that leave after each test. To be called at the top. */
export function openTestRoom() {
  let started: TestServer | undefined;
  const open: TestSocket[] = [];
  const leave = () => {
    for (const socket of open.splice(0)) socket.disconnect();
  };
  beforeAll(async () => {
    started = await startTestServer();
  });
  afterEach(leave);
  afterAll(() => started?.close());

  const server = (): TestServer => {
    if (!started) throw new Error("asked for before the first test");
    return started;
  };
  const keep = (socket: TestSocket): TestSocket => {
    open.push(socket);
    return socket;
  };
  const connect = async ({ personId }: { personId: PersonId }, at: TestServer = server()): Promise<Device> => {
    const device = await connectDevice(at, personId);
    keep(device.socket);
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
  return { server, keep, connect, meet, leave };
}

/** Statements with this in them are answered only after `release`, with what they read or wrote before. */
export const heldBack = (mark: string) => {
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
