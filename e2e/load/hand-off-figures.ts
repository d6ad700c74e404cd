import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { BenchOptions } from "./bench-options";
import { conversation } from "./conversation";
import { doneSchema, type Order, readySchema, type Side, usageSchema } from "./messages";
import type { OwnDatabase } from "./own-database";
import { buildPrograms, type Program, startProgram } from "./program";
import { seedRooms } from "./seed-rooms";
import { type Goal, type Judged, judge, type Round, type Summary, summarise } from "./statistics";

const names = ["latency", "throughput"] as const;
type Name = (typeof names)[number];
export type Figure = { name: string; floor: Summary; product: Summary; goals: Judged[] };

/** design: the floor is the same work without rules, so these are what the rules may cost. */
const goals: Record<Name, readonly Goal[]> = {
  latency: [
    { measure: "p50Ms", is: "at most", ratio: 1.25 },
    { measure: "p99Ms", is: "at most", ratio: 1.5 },
  ],
  throughput: [{ measure: "perSecond", is: "at least", ratio: 1.5 }],
};

const pairs = 100;
/** One full conversation takes a loaded pair about a second. */
const roomsOfPair = 3;
const everySeconds = 5;

/** What has to be stopped, the last started first. */
export type Started = { stop(): Promise<void> }[];

/**
 * Floor and product take turns, and each begins every other time, so that a machine that grows slower or quicker meanwhile
 * does so to both. Both servers live through the whole run on one PostgreSQL.
 *
 * @param started grows by everything that has to be stopped afterwards, also after an error
 */
export async function measureHandOffs(
  options: BenchOptions,
  database: OwnDatabase,
  started: Started,
  tell: (line: string) => void,
): Promise<Figure[]> {
  const { rooms, rounds } = options;
  const secret = randomBytes(32).toString("base64url");
  await buildPrograms(["floor-server", "product-server", "load-clients"]);
  const env = { DATABASE_URL: database.url, NEXTAUTH_SECRET: secret };
  const launch = (name: string, ofServer: boolean): Program => {
    const profiling = ["--cpu-prof", "--cpu-prof-dir=bench/results", `--cpu-prof-name=${name}.cpuprofile`];
    const program = startProgram(name, env, ofServer && options.profile ? profiling : []);
    started.unshift(program);
    return program;
  };
  const servers = { floor: launch("floor-server", true), product: launch("product-server", true) };
  const clients = launch("load-clients", false);

  const wanted = names.filter((name) => !options.only || name === options.only);
  const loaded = Math.min(rooms, pairs * roomsOfPair);
  const roomsEach = Math.floor(loaded / pairs);
  const used = { latency: rooms, throughput: loaded };
  const calmRounds = Math.max(1, Math.floor((0.7 * conversation.length * everySeconds) / options.seconds));
  const roundsOfCheckIn = { latency: calmRounds, throughput: 1 };
  // One for the warm-up and then one whenever the last is talked through; none is used twice.
  const checkInsOf = (room: number) =>
    1 + wanted.reduce((sum, name) => sum + (room < used[name] ? Math.ceil(rounds / roundsOfCheckIn[name]) : 0), 0);

  tell(`Prepares ${rooms} rooms …`);
  const seeded = await seedRooms(database.url, rooms, checkInsOf, secret);
  const urlOf = async (side: Side) => (await servers[side].ask({}, readySchema, 30)).url;
  const ask = <T>(order: Order, schema: z.ZodType<T>, seconds: number) => clients.ask(order, schema, seconds);
  const urls = { floor: await urlOf("floor"), product: await urlOf("product") };
  await ask({ type: "connect", urls, rooms: seeded }, z.object({}), 300);

  const measure = async (side: Side, order: Order, seconds: number): Promise<Round> => {
    const before = await servers[side].ask({}, usageSchema, 30);
    const done = await ask(order, doneSchema, seconds + 120);
    const after = await servers[side].ask({}, usageSchema, 30);
    return { ...done, serverCpuMs: after.cpuMs - before.cpuMs };
  };
  const orderOf = (name: Name, side: Side, seed: number): Order =>
    name === "latency"
      ? { type: "pace", side, rooms, seconds: options.seconds, everySeconds, seed }
      : { type: "saturate", side, pairs, roomsEach };

  tell("Warms up …");
  let checkIn = 0;
  await ask({ type: "enter", rooms: loaded, checkIn }, z.object({}), 300);
  for (const side of ["floor", "product"] as const) await measure(side, orderOf("throughput", side, 0), 0);

  const figures: Figure[] = [];
  for (const name of wanted) {
    const measured: Record<Side, Round[]> = { floor: [], product: [] };
    for (let round = 1; round <= rounds; round++) {
      if ((round - 1) % roundsOfCheckIn[name] === 0) {
        checkIn += 1;
        await ask({ type: "enter", rooms: used[name], checkIn }, z.object({}), 300);
      }
      const order: Side[] = round % 2 === 1 ? ["floor", "product"] : ["product", "floor"];
      for (const side of order) {
        const one = await measure(side, orderOf(name, side, round), options.seconds);
        measured[side].push(one);
        tell(`${name}, round ${round} of ${rounds}, ${side}: ${sentenceOf(summarise([one]))}`);
      }
    }
    const { floor, product } = measured;
    const judged = goals[name].map((goal) => judge(goal, floor, product));
    figures.push({ name, floor: summarise(floor), product: summarise(product), goals: judged });
  }
  return figures;
}

const sentenceOf = ({ p50Ms, p99Ms, perSecond }: Summary) =>
  `p50 ${p50Ms.toFixed(2)} ms, p99 ${p99Ms.toFixed(2)} ms, ${Math.round(perSecond)} a second`;
