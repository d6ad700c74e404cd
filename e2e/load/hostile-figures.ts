import { randomBytes } from "node:crypto";
import { conversation } from "./conversation";
import type { Figure, Started } from "./hand-off-figures";
import { openFlood } from "./hostile-flood";
import { readySchema, type Side, usageSchema } from "./messages";
import type { OwnDatabase } from "./own-database";
import { buildPrograms, startProgram } from "./program";
import { seedRooms } from "./seed-rooms";
import { judge, type Round, summarise } from "./statistics";
import { type ValueFigure, valueFigure } from "./value-figure";

const payloads = 10_000;
/** Until here a server fills what it keeps for good: compiled code, connections, caches that have an end. */
const settled = 3_000;
const atOnce = 50;
const mostRounds = 3;
/** In hundredths of what the first ones left; up to 15,000 payloads compiled code comes and goes by one of them. */
const flat = { ratio: 1.015, percent: 102 } as const;

/**
 * What one signed-in person leaves behind in the server by 10,000 payloads that no page of ours ever sends, and how two others
 * hand over meanwhile. Flat: what a full collection leaves after all of the 10,000 is at most 1.5 % more than after the first 3,000, beyond
 * what it is for the floor, which parses them and forgets. One id kept of each payload would be more than that.
 *
 * @param started grows by everything that has to be stopped afterwards, also after an error
 */
export async function measureHostile(
  rounds: number,
  database: OwnDatabase,
  started: Started,
  tell: (line: string) => void,
): Promise<(Figure | ValueFigure)[]> {
  await buildPrograms(["floor-server", "product-server"]);
  const secret = randomBytes(32).toString("base64url");
  const env = { DATABASE_URL: database.url, NEXTAUTH_SECRET: secret };
  const count = Math.min(rounds, mostRounds);
  const checkInsEach = Math.ceil(payloads / atOnce / conversation.length);
  const [others, own] = await seedRooms(database.url, 2, () => count * checkInsEach, secret);
  if (!others || !own) throw new Error("nobody was laid down");

  const left: Record<Side, number[]> = { floor: [], product: [] };
  const handOffs: Record<Side, Round[]> = { floor: [], product: [] };
  for (let round = 0; round < count; round++) {
    const checkInIds = others.checkInIds.slice(round * checkInsEach, (round + 1) * checkInsEach);
    for (const side of round % 2 === 0 ? (["floor", "product"] as const) : (["product", "floor"] as const)) {
      const server = startProgram(`${side}-server`, env, ["--expose-gc"]);
      started.unshift(server);
      const { url } = await server.ask({}, readySchema, 30);
      const heap = async () => (await server.ask({}, usageSchema, 60)).retainedBytes ?? Number.NaN;
      const flood = await openFlood(side, url, { hostile: own, others: { ...others, checkInIds } });
      const latencies: number[] = [];
      const heaps = [await heap()];
      for (let sent = 0; sent < payloads; sent += atOnce) {
        const numbers = Array.from({ length: atOnce }, (_, n) => sent + n);
        const [latency] = await Promise.all([flood.handOver(), flood.send(numbers)]);
        latencies.push(latency);
        if (sent + atOnce === settled) heaps.push(await heap());
      }
      heaps.push(await heap());
      flood.close();
      await server.stop();
      started.splice(started.indexOf(server), 1);
      left[side].push((100 * (heaps[2] ?? Number.NaN)) / (heaps[1] ?? Number.NaN));
      handOffs[side].push({ latencies, seconds: 1, serverCpuMs: 0, clientCpuMs: 0 });
      const kib = heaps.map((bytes) => Math.round(bytes / 1024)).join(", ");
      tell(`hostile, round ${round + 1} of ${count}, ${side}: ${kib} KiB before, after 3,000 and after all`);
    }
  }
  const { floor, product } = handOffs;
  const goals = [judge({ measure: "p99Ms", is: "at most", ratio: 3 }, floor, product)];
  return [
    valueFigure("heap after 10,000 hostile payloads, of that after 3,000", "%", left, {
      ratio: flat.ratio,
      promise: flat.percent,
    }),
    { name: "hand-off beside them", floor: summarise(floor), product: summarise(product), goals },
  ];
}
