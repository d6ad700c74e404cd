import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { refusals } from "@/lib/check-in/commands";
import { exampleOf, sealedOf } from "@/lib/check-in/test-kit";
import { maxMessageBytes } from "@/lib/protocol";
import { readingRefusals } from "@/lib/reading/together";
import { addCheckIn, envelopeOf, newCommandId, readLog, readNow, type TestCheckIn } from "@/server/check-ins/test-kit";
import { openTestDatabase } from "@/server/database/test-database";
import {
  askAnything,
  connectDevice,
  type Device,
  disconnected,
  startTestServer,
  type TestServer,
} from "@/server/realtime/test-server";

openTestDatabase();

let server: TestServer;
let checkIn: TestCheckIn;
let hostile: Device;
beforeAll(async () => {
  server = await startTestServer();
  checkIn = await addCheckIn();
  hostile = await connectDevice(server, checkIn.mara.personId);
});
afterAll(() => server.close());

const readingEvents = ["reading:join", "reading:take", "reading:turn", "reading:pass", "reading:leave"];
const roomEvents = ["room:join", "room:command", "room:leave"];
const events = [...roomEvents, ...readingEvents, "room:view", "home:changed", "error", "__proto__", ""];
const anyEvent = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...events) }, fc.string());

/** Nearly right, with one thing wrong: what a schema meets that a random value never reaches. */
const nearly = () =>
  fc
    .record({
      checkInId: fc.constantFrom(checkIn.checkInId, "01890000-0000-7000-8000-000000000000", "x", null),
      commandId: fc.oneof(fc.uuid(), fc.anything()),
      forStep: fc.oneof(fc.integer(), fc.double(), fc.constant(2 ** 53)),
      command: fc.oneof(
        fc.record({ type: fc.constantFrom("unlink", "lapse", "opened", "constructor", "ready ") }),
        fc.record({ type: fc.constant("share"), words: fc.oneof(fc.constant(sealedOf(1)), fc.jsonValue()) }),
        fc.record({ type: fc.constant("pick"), option: fc.string({ unit: "binary" }) }),
        fc.record({ type: fc.constant("pause"), minutes: fc.double() }),
        fc.record({ type: fc.constant("retire"), agreement: fc.anything() }),
      ),
      page: fc.constantFrom("0-warm", "../0", "", 7, null),
      seat: fc.constantFrom("A", "B"),
      personId: fc.uuid(),
    })
    .chain((whole) => fc.subarray(Object.keys(whole)).map((keys) => pick(whole, keys)));
const pick = (whole: object, keys: string[]) =>
  Object.fromEntries(Object.entries(whole).filter(([k]) => keys.includes(k)));

const deep = fc.integer({ min: 1, max: 3_000 }).map((depth) => JSON.parse("[".repeat(depth) + "]".repeat(depth)));
const binary = fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes));
const anyPayload = () =>
  fc.oneof(
    { weight: 5, arbitrary: nearly() },
    { weight: 5, arbitrary: fc.jsonValue() },
    { weight: 1, arbitrary: deep },
    { weight: 1, arbitrary: binary },
    { weight: 1, arbitrary: fc.string({ minLength: 3_000, maxLength: 9_000 }) },
  );

it("10,000 payloads at every event: each is refused by a name, nothing is written, and memory stays flat", {
  timeout: 120_000,
}, async () => {
  const before = await readLog(checkIn.a, checkIn.checkInId);
  const known = new Set<unknown>([...refusals, ...readingRefusals]);
  let asked = 0;
  let settledHeap = 0;
  const property = fc.asyncProperty(
    fc.array(fc.tuple(anyEvent, anyPayload()), { minLength: 40, maxLength: 60 }),
    async (batch) => {
      const usable = batch.filter(([event]) => !reserved.has(event));
      const answers = await Promise.all(usable.map(([event, payload]) => askAnything(hostile.socket, event, payload)));
      for (const [index, answer] of answers.entries()) {
        const said = new Map(Object.entries(Object(answer)));
        const isOwnRoom = said.get("ok") === true && ["room:join", "room:leave"].includes(usable[index]?.[0] ?? "");
        if (!isOwnRoom) expect(known).toContain(said.get("refusal"));
      }
      asked += usable.length;
      if (asked > 3_000 && settledHeap === 0) settledHeap = process.memoryUsage().heapUsed;
    },
  );
  await fc.assert(property, { numRuns: 220, endOnFailure: true });
  expect(asked).toBeGreaterThan(10_000);
  expect(await readLog(checkIn.a, checkIn.checkInId)).toEqual(before);
  expect(process.memoryUsage().heapUsed - settledHeap).toBeLessThan(100 * 1024 * 1024);
  expect(hostile.socket.connected).toBe(true);
});

/** Names that a client library uses for itself and never sends. */
const reserved = new Set(["connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener"]);

it("a message without a question for an answer is taken and harms nobody", async () => {
  for (const event of [...roomEvents, ...readingEvents, "nothing"]) {
    for (const payload of [undefined, null, 1, "x", [], {}, { checkInId: checkIn.checkInId }]) {
      Reflect.apply(hostile.socket.emit, hostile.socket, payload === undefined ? [event] : [event, payload]);
    }
  }
  expect(await hostile.join(checkIn.checkInId)).toMatchObject({ ok: true });
});

it("words that are too large are refused as that, and nothing is lost", async () => {
  const { step } = await readNow(checkIn.a, checkIn.checkInId);
  const words = { ...sealedOf(1), c: "A".repeat(12_000) };
  const command = { type: "share", words } as const;
  expect(await hostile.command({ checkInId: checkIn.checkInId, ...envelopeOf(command, step) })).toEqual({
    ok: false,
    refusal: "tooLarge",
  });
});

it("a message beyond 16 KiB cuts its own line and no other", async () => {
  const [big, other] = [
    await connectDevice(server, checkIn.mara.personId),
    await connectDevice(server, checkIn.sam.personId),
  ];
  const gone = disconnected(big.socket);
  askAnything(big.socket, "room:command", "x".repeat(maxMessageBytes + 1)).catch(() => undefined);
  expect(await gone).toBe("transport close");
  expect(await other.join(checkIn.checkInId)).toMatchObject({ ok: true });
});

it("ids in capitals are the same ids", async () => {
  const state = await readNow(checkIn.a, checkIn.checkInId);
  const own = await addCheckIn();
  const device = await connectDevice(server, own.mara.personId);
  const loud = own.checkInId.toUpperCase();
  const commandId = newCommandId().toUpperCase();
  const asked = { checkInId: loud, commandId, forStep: 0, command: exampleOf("ready", state) };
  const answers = [
    await askAnything(device.socket, "room:command", asked),
    await askAnything(device.socket, "room:command", asked),
  ];
  for (const answer of answers) expect(answer).toEqual({ ok: true, value: { version: 2 } });
});
