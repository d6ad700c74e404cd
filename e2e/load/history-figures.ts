import { randomUUID } from "node:crypto";
import pg from "pg";
import { checkInIdSchema, commandIdSchema, personIdSchema } from "@/lib/ids";
import { listStanding } from "@/server/agreements/service";
import { append } from "@/server/check-ins/repository";
import { findPartner } from "@/server/couples/service";
import { connectDatabase, disconnectDatabase } from "@/server/database/client";
import { applyMigrations } from "@/server/database/migrate";
import { type Lives, longLife, seedLives } from "@/server/database/seed-lives";
import { cursorOf, readCursor } from "@/server/history/cursor";
import { listLines } from "@/server/history/service";
import type { Figure } from "./hand-off-figures";
import type { OwnDatabase } from "./own-database";
import { type Goal, judge, type Round, summarise } from "./statistics";

/** The floor is a couple with the table nearly to itself; both read pages of the same length. */
const lives: Record<"floor" | "product", Lives> = {
  floor: { couples: 1, checkIns: 60, long: 60 },
  product: { couples: 10_000, checkIns: 1_000_000, long: 5_000 },
};
type Side = keyof typeof lives;
const goal: Goal = { measure: "p50Ms", is: "at most", ratio: 1.2 };
const names = ["first page", "later page", "agreements", "append"] as const;
type Name = (typeof names)[number];

const pageLength = 20;
const times = 150;
const warmUp = 40;

/**
 * What a page of the list and an append cost for a couple with 5,000 check-ins among a million, beside the same for a couple
 * that is nearly alone. Both databases are on one PostgreSQL, and take turns.
 */
export async function measureHistory(
  rounds: number,
  database: OwnDatabase,
  tell: (line: string) => void,
): Promise<Figure[]> {
  const urls = {
    floor: await makeDatabase(database, "floor", tell),
    product: await makeDatabase(database, "product", tell),
  };
  const measured = new Map<Name, Record<Side, Round[]>>(names.map((name) => [name, { floor: [], product: [] }]));
  // Appends go on where the round before stopped.
  const versions = { floor: 1, product: 1 };
  for (let round = 1; round <= rounds; round++) {
    for (const side of round % 2 === 1 ? (["floor", "product"] as const) : (["product", "floor"] as const)) {
      connectDatabase(urls[side]);
      try {
        const works = await worksOf(lives[side].long, versions, side);
        for (const name of names) measured.get(name)?.[side].push(await timeOf(works[name]));
      } finally {
        await disconnectDatabase();
      }
    }
    tell(`history, round ${round} of ${rounds}`);
  }
  return names.map((name) => {
    const { floor, product } = measured.get(name) ?? { floor: [], product: [] };
    const goals = [judge(goal, floor, product)];
    return { name, floor: summarise(floor), product: summarise(product), goals };
  });
}

async function makeDatabase({ url }: OwnDatabase, side: Side, tell: (line: string) => void): Promise<string> {
  const name = `history_${side}`;
  const own = new URL(url);
  own.pathname = name;
  const run = async (address: string, work: (query: (statement: string) => Promise<unknown>) => Promise<unknown>) => {
    const client = new pg.Client({ connectionString: address });
    await client.connect();
    try {
      await work((statement) => client.query(statement));
    } finally {
      await client.end();
    }
  };
  await run(url, (query) => query(`CREATE DATABASE ${name}`));
  await applyMigrations(own.href);
  tell(`Lays down ${lives[side].checkIns} check-ins of ${lives[side].couples} couples …`);
  await run(own.href, (query) => seedLives(lives[side], query));
  return own.href;
}

async function worksOf(long: number, versions: Record<Side, number>, side: Side) {
  const partnership = await findPartner(personIdSchema.parse(longLife.personId));
  if (!partnership) throw new Error("nobody was laid down");
  // As far down as there is a whole page.
  let cursor: string | null = null;
  for (let at = 0; at + 2 * pageLength < long; at += pageLength) {
    const { checkIns } = await listLines(partnership, readCursor(cursor), pageLength);
    const last = checkIns.at(-1);
    cursor = last ? cursorOf(last) : cursor;
  }
  const later = readCursor(cursor);
  const page = async (after: typeof later) => {
    const { checkIns } = await listLines(partnership, after, pageLength);
    if (checkIns.length !== pageLength) throw new Error("a page is not whole");
  };
  const { coupleId, personId } = partnership;
  const checkInId = checkInIdSchema.parse(longLife.runningId);
  return {
    "first page": () => page(null),
    "later page": () => page(later),
    agreements: () => listStanding(partnership, 1),
    append: async () => {
      const event = {
        type: "slowedDown",
        seat: "A",
        at: Date.now(),
        commandId: commandIdSchema.parse(randomUUID()),
      } as const;
      const asked = { coupleId, checkInId, personId, version: versions[side], event, moved: null };
      if ((await append(asked)) !== "appended") throw new Error("an append was stale");
      versions[side] += 1;
    },
  } satisfies Record<Name, () => Promise<unknown>>;
}

async function timeOf(work: () => Promise<unknown>): Promise<Round> {
  for (let time = 0; time < warmUp; time++) await work();
  const latencies: number[] = [];
  const begun = performance.now();
  for (let time = 0; time < times; time++) {
    const from = performance.now();
    await work();
    latencies.push(performance.now() - from);
  }
  return { latencies, seconds: (performance.now() - begun) / 1000, serverCpuMs: 0, clientCpuMs: 0 };
}
