import { beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { checkInIdSchema, coupleIdSchema, personIdSchema } from "@/lib/ids";
import { findUnreviewed, listLetGo, listStanding } from "@/server/agreements/repository";
import { append, listEnded, listPaused } from "@/server/check-ins/repository";
import { newCommandId } from "@/server/check-ins/test-kit";
import { pool, prisma } from "@/server/database/client";
import { longLife, seedLives } from "@/server/database/seed-lives";
import { openTestDatabase } from "@/server/database/test-database";
import { hasCompleted, listLogRows } from "@/server/history/repository";

openTestDatabase();

const coupleId = coupleIdSchema.parse(longLife.coupleId);
beforeAll(() => seedLives({ couples: 300, checkIns: 30_000, long: 2_000 }, (statement) => pool().query(statement)));

const nodeSchema = z.looseObject({
  "Node Type": z.string(),
  "Relation Name": z.string().optional(),
  "Index Name": z.string().optional(),
  "Actual Rows": z.number(),
  "Actual Loops": z.number(),
  "Rows Removed by Filter": z.number().optional(),
  get Plans() {
    return z.array(nodeSchema).optional();
  },
});
type PlanNode = z.infer<typeof nodeSchema>;
const planSchema = z.tuple([z.object({ "QUERY PLAN": z.tuple([z.object({ Plan: nodeSchema })]) })]);
const statementSchema = z.looseObject({ text: z.string(), values: z.array(z.unknown()) });

const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** The plans of all statements that some work sends, as PostgreSQL carried them out; nothing of it stays. */
const plansOf = async (work: () => Promise<unknown>) => {
  const asked = vi.spyOn(pool(), "query");
  await work();
  const statements = asked.mock.calls.map(([statement]) => statementSchema.parse(statement));
  asked.mockRestore();
  expect(statements.length).toBeGreaterThan(0);
  const client = await pool().connect();
  const plans: PlanNode[] = [];
  try {
    for (const { text, values } of statements) {
      await client.query("BEGIN");
      const { rows } = await client.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, values);
      await client.query("ROLLBACK");
      plans.push(...nodesOf(planSchema.parse(rows)[0]["QUERY PLAN"][0].Plan));
    }
  } finally {
    client.release();
  }
  const scans = plans.filter((node) => node["Relation Name"] !== undefined);
  return {
    indexes: [...new Set(plans.flatMap((node) => node["Index Name"] ?? []))].sort(),
    whole: scans.filter((node) => node["Node Type"] === "Seq Scan").map((node) => node["Relation Name"]),
    sorts: plans.filter((node) => node["Node Type"] === "Sort").length,
    /** Rows that were looked at in tables and indexes. */
    rows: scans.reduce(
      (sum, node) => sum + (node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0)) * node["Actual Loops"],
      0,
    ),
  };
};
const cursorAt = async (skip: number) => {
  const row = await prisma().checkIn.findFirstOrThrow({
    where: { coupleId, activeCoupleId: null },
    orderBy: { createdAt: "desc" },
    skip,
  });
  return { createdAt: row.createdAt, id: row.id };
};

describe("for a couple with thousands of check-ins among many", () => {
  it("the first page and one a life further down read the same few rows off the index", async () => {
    for (const after of [null, await cursorAt(20), await cursorAt(1_900)]) {
      const plan = await plansOf(() => listEnded(coupleId, after, 21));
      expect(plan).toMatchObject({ indexes: ["CheckIn_coupleId_createdAt_id_idx"], whole: [], sorts: 0 });
      // The running one, and the line that the cursor stands on.
      expect(plan.rows).toBeLessThanOrEqual(23);
    }
  });

  it("a page's pauses and logs are looked up by its own check-ins", async () => {
    const ids = (await listEnded(coupleId, null, 20)).map(({ id }) => id);
    const pauses = await plansOf(() => listPaused(coupleId, ids));
    const logs = await plansOf(() => listLogRows(coupleId, ids));
    for (const plan of [pauses, logs]) {
      expect(plan.whole).toEqual([]);
      expect(plan.indexes).toHaveLength(1);
      expect(plan.indexes[0]).toMatch(/^CheckInEvent_/);
      expect(plan.rows).toBeLessThanOrEqual(60);
    }
  });

  it("agreements that stand, that were let go, and the one to ask about come off their index", async () => {
    const cursor = { retiredAt: new Date(Date.now() - 100 * 24 * 3_600_000), id: longLife.runningId };
    const weekAgo = new Date(Date.now() - 7 * 24 * 3_600_000);
    for (const work of [
      () => listStanding(coupleId, 100),
      () => listLetGo(coupleId, null, 21),
      () => listLetGo(coupleId, cursor, 21),
      () => findUnreviewed(coupleId, "A", weekAgo),
    ]) {
      const plan = await plansOf(work);
      expect(plan.whole.filter((table) => table === "Agreement")).toEqual([]);
      expect(plan.indexes).toContain("Agreement_coupleId_retiredAt_agreedAt_idx");
      expect(plan.rows).toBeLessThanOrEqual(50);
    }
  });

  it("whether there are enough for patterns is known from the couple's own", async () => {
    const plan = await plansOf(() => hasCompleted(coupleId, 4));
    expect(plan).toMatchObject({ whole: [], indexes: ["CheckIn_coupleId_createdAt_id_idx"] });
    expect(plan.rows).toBeLessThanOrEqual(8);
  });

  it("an append looks up one row of the log and one seat, with an agreement or without", async () => {
    const event = { type: "slowedDown", seat: "A", at: Date.now(), commandId: newCommandId() } as const;
    const personId = personIdSchema.parse(longLife.personId);
    const checkInId = checkInIdSchema.parse(longLife.runningId);
    const agreements = { made: [], retired: [{ id: event.commandId, at: event.at }], undone: [] };
    for (const change of [{}, { agreements }]) {
      const plan = await plansOf(async () => {
        // Of a version that is not there: planned and carried out as any other, and it writes nothing.
        const asked = { coupleId, checkInId, personId, version: 9, event, moved: null, ...change };
        expect(await append(asked)).toBe("stale");
      });
      expect(plan.whole).toEqual([]);
      for (const table of ["CheckInEvent", "Partner"]) {
        expect(plan.indexes.filter((index) => index.startsWith(`${table}_`))).toHaveLength(1);
      }
      expect(plan.rows).toBeLessThanOrEqual(4);
    }
  });
});
