import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { refusals } from "@/lib/check-in/commands";
import { exampleOf, sealedOf } from "@/lib/check-in/test-kit";
import { type ClientToServer, maxMessageBytes } from "@/lib/protocol";
import { readingRefusals } from "@/lib/reading/together";
import { openCheckIn } from "@/server/check-ins/service";
import {
  act,
  addCheckIn,
  envelopeOf,
  newCommandId,
  readLog,
  readNow,
  type TestCheckIn,
} from "@/server/check-ins/test-kit";
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
/** One that runs, and one of the same two that has ended. */
let checkIn: TestCheckIn;
let past: TestCheckIn;
/** Another couple's, which has ended. */
let theirs: TestCheckIn;
let hostile: Device;
const told: unknown[] = [];
beforeAll(async () => {
  server = await startTestServer();
  past = await addEnded();
  theirs = await addEnded();
  const opened = await openCheckIn(past.a, { guideId: "standard", mode: "written", commandId: newCommandId() });
  if (!opened.ok) throw new Error(opened.refusal);
  checkIn = { ...past, checkInId: opened.value.checkInId };
  hostile = await connectDevice(server, checkIn.mara.personId);
  hostile.socket.onAny((...message) => told.push(message));
});
afterAll(() => server.close());

async function addEnded(): Promise<TestCheckIn> {
  const added = await addCheckIn();
  await act(added.a, added.checkInId, { type: "endKindly", words: null });
  return added;
}

/** Every one there is: a new one does not compile until it stands here. */
const known: Record<keyof ClientToServer, true> = {
  "room:join": true,
  "room:command": true,
  "room:leave": true,
  "reading:join": true,
  "reading:take": true,
  "reading:turn": true,
  "reading:pass": true,
  "reading:leave": true,
};
const clientEvents = Object.keys(known);
const events = [...clientEvents, "room:view", "reading:state", "home:changed", "error", "__proto__", ""];
const anyEvent = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...events) }, fc.string());

/** Nearly right, with one thing wrong: what a schema meets that a random value never reaches. */
const nearly = () =>
  fc
    .record({
      checkInId: fc.constantFrom(
        checkIn.checkInId,
        past.checkInId,
        theirs.checkInId,
        "01890000-0000-7000-8000-000000000000",
        "x",
        null,
      ),
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
/** In the right shape, and of any of them. */
const shaped = () =>
  fc.record({
    checkInId: fc.constantFrom(checkIn.checkInId, past.checkInId, past.checkInId, theirs.checkInId),
    page: fc.option(fc.constantFrom("0-warm", "1-turn"), { nil: undefined }),
  });
const pick = (whole: object, keys: string[]) =>
  Object.fromEntries(Object.entries(whole).filter(([k]) => keys.includes(k)));

const deep = fc.integer({ min: 1, max: 3_000 }).map((depth) => JSON.parse("[".repeat(depth) + "]".repeat(depth)));
const binary = fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes));
const anyPayload = () =>
  fc.oneof(
    { weight: 5, arbitrary: nearly() },
    { weight: 2, arbitrary: shaped().map((whole) => JSON.parse(JSON.stringify(whole))) },
    { weight: 5, arbitrary: fc.jsonValue() },
    { weight: 1, arbitrary: deep },
    { weight: 1, arbitrary: binary },
    { weight: 1, arbitrary: fc.string({ minLength: 3_000, maxLength: 9_000 }) },
  );

it("10,000 payloads at every event: each is refused by a name, nothing is written, and nobody else hears", {
  timeout: 120_000,
}, async () => {
  const readLogs = () => Promise.all([checkIn, past, theirs].map(({ a, checkInId }) => readLog(a, checkInId)));
  const before = await readLogs();
  const named = new Set<unknown>([...refusals, ...readingRefusals]);
  const agreed = new Set<string>();
  let asked = 0;
  const property = fc.asyncProperty(
    fc.array(fc.tuple(anyEvent, anyPayload()), { minLength: 40, maxLength: 60 }),
    async (batch) => {
      const usable = batch.filter(([event]) => !reserved.has(event));
      const answers = await Promise.all(usable.map(([event, payload]) => askAnything(hostile.socket, event, payload)));
      for (const [index, answer] of answers.entries()) {
        const said = new Map(Object.entries(Object(answer)));
        const event = usable[index]?.[0] ?? "";
        const isOwn = said.get("ok") === true && event !== "room:command" && clientEvents.includes(event);
        if (isOwn) agreed.add(event);
        else expect(named).toContain(said.get("refusal"));
      }
      asked += usable.length;
    },
  );
  await fc.assert(property, { numRuns: 220, endOnFailure: true });
  expect(asked).toBeGreaterThan(10_000);
  expect(await readLogs()).toEqual(before);
  // It got as far as their own table, and never heard of another couple's.
  const alone = clientEvents.filter((event) => !["room:command", "reading:pass"].includes(event));
  expect([...agreed].sort()).toEqual(alone.sort());
  expect(JSON.stringify(told)).toContain(past.checkInId);
  expect(JSON.stringify(told)).not.toContain(theirs.checkInId);
  expect(hostile.socket.connected).toBe(true);
});

/** Names that a client library uses for itself and never sends. */
const reserved = new Set(["connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener"]);

it("a message without a question for an answer is taken and harms nobody", async () => {
  for (const event of [...clientEvents, "nothing"]) {
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
