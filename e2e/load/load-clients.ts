import { setTimeout as wait } from "node:timers/promises";
import { answerBench, cpuMs } from "./answer-bench";
import { type Line, openFloorLine, openProductLine } from "./line";
import { type Done, type Order, orderSchema, type SeededRoom, type Side } from "./messages";

/** All devices of the bench in one process, so that none of their work counts as the server's. */

type Room = { seeded: SeededRoom; lines: Record<Side, Line> };
type Asked<T extends Order["type"]> = Extract<Order, { type: T }>;

let rooms: Room[] = [];
const connectedAtOnce = 32;

/** Works through a list, so many at once. */
const together = async <T>(items: Iterable<T>, atOnce: number, work: (item: T) => Promise<void>): Promise<void> => {
  const line = items[Symbol.iterator]();
  const worker = async () => {
    for (let next = line.next(); !next.done; next = line.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
};

const connect = async ({ urls, rooms: seededRooms }: Asked<"connect">): Promise<void> => {
  const opened: Room[] = [];
  await together(seededRooms.entries(), connectedAtOnce, async ([index, seeded]) => {
    const product = await openProductLine(urls.product, seeded);
    opened[index] = { seeded, lines: { product, floor: await openFloorLine(urls.floor, index, seeded) } };
  });
  rooms = opened;
};

const enter = ({ rooms: count, checkIn }: Asked<"enter">): Promise<void> =>
  together(rooms.slice(0, count), connectedAtOnce, async ({ seeded, lines }) => {
    const checkInId = seeded.checkInIds[checkIn];
    if (!checkInId) throw new Error(`no check-in ${checkIn} is prepared`);
    await lines.floor.enter(checkInId);
    await lines.product.enter(checkInId);
  });

/** Mulberry32: small, and the same everywhere for the same seed. From 0 up to 1. */
const randomFrom = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
};

const pace = async ({ side, rooms: count, seconds, everySeconds, seed }: Asked<"pace">): Promise<Done> => {
  const random = randomFrom(seed);
  const latencies: number[] = [];
  const underWay = new Set<Promise<void>>();
  const busy = new Set<Line>();
  const lines = rooms.slice(0, count).map((room) => room.lines[side]);
  const meanGapMs = (everySeconds * 1000) / count;
  const begun = performance.now();
  const cpuBefore = cpuMs();
  // People do not wait for each other's rooms: the moments are random and come whether or not the server keeps up.
  let due = begun;
  for (let turn = 0; ; turn++) {
    due += -Math.log(1 - random()) * meanGapMs;
    if (due - begun > seconds * 1000) break;
    const ahead = due - performance.now();
    if (ahead > 0) await wait(ahead);
    const line = lines[turn % count];
    if (!line || line.isOver || busy.has(line)) continue;
    busy.add(line);
    const one: Promise<void> = line.handOver().then((ms) => {
      latencies.push(ms);
      busy.delete(line);
      underWay.delete(one);
    });
    underWay.add(one);
  }
  await Promise.all(underWay);
  return { latencies, seconds: (performance.now() - begun) / 1000, clientCpuMs: cpuMs() - cpuBefore };
};

const saturate = async ({ side, pairs, roomsEach }: Asked<"saturate">): Promise<Done> => {
  const latencies: number[] = [];
  const begun = performance.now();
  const cpuBefore = cpuMs();
  const busyPair = async (pair: number): Promise<void> => {
    for (const { lines } of rooms.slice(pair * roomsEach, (pair + 1) * roomsEach)) {
      while (!lines[side].isOver) latencies.push(await lines[side].handOver());
    }
  };
  await Promise.all(Array.from({ length: pairs }, (_, pair) => busyPair(pair)));
  return { latencies, seconds: (performance.now() - begun) / 1000, clientCpuMs: cpuMs() - cpuBefore };
};

answerBench(async (message) => {
  const order = orderSchema.parse(message);
  if (order.type === "pace") return pace(order);
  if (order.type === "saturate") return saturate(order);
  await (order.type === "connect" ? connect(order) : enter(order));
  return {};
});
