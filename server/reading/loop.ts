import { z } from "zod";
import { checkInIdSchema, commandIdSchema } from "@/lib/ids";
import {
  type ChooseShape,
  caughtEveryMs,
  type EmptyLane,
  hasMet,
  type Lane,
  type Loop,
  type LoopRefusal,
  type OwnPiece,
  type SaveLane,
  shapeSchema,
  standingYeses,
  type Yes,
  yesSchema,
} from "@/lib/reading/loop";
import { ok, type Result, refuse } from "@/lib/result";
import { sealedSchema } from "@/lib/sealing/sealed";
import type { Partnership } from "@/server/couples/service";
import {
  changeLoop,
  countCaught,
  eraseLane,
  findLoopRow,
  type LaneRow,
  type LoopRow,
  listLanes,
  listShared,
  lockLoop,
  writeLane,
} from "@/server/reading/loop-repository";
import { tellBoth } from "@/server/reading/notes";
import { inTransaction, type Transaction } from "@/server/reading/repository";

/** A couple's loop as it stands; empty before anybody began it. */
export async function findLoop(partnership: Partnership): Promise<Loop> {
  const { coupleId } = partnership;
  const [lanes, row] = await Promise.all([listLanes(coupleId), findLoopRow(coupleId)]);
  return loopOf(lanes, row);
}

export const laneOf = (row: LaneRow | undefined): Lane | null =>
  row && row.words !== null
    ? {
        seat: row.seat,
        wordsId: commandIdSchema.parse(row.wordsId),
        version: row.version,
        words: sealedSchema.nullable().catch(null).parse(row.words),
      }
    : null;

const loopOf = (rows: readonly LaneRow[], row: LoopRow | null): Loop => {
  const laneAt = (seat: "A" | "B") => laneOf(rows.find((lane) => lane.seat === seat));
  const lanes = { A: laneAt("A"), B: laneAt("B") };
  const versionAt = (seat: "A" | "B") => rows.find((lane) => lane.seat === seat)?.version ?? 0;
  const versions = { A: versionAt("A"), B: versionAt("B") };
  const shape = shapeSchema
    .nullable()
    .catch(null)
    .parse(row?.shape ?? null);
  const yesOf = (value: unknown): Yes | null => yesSchema.safeParse(value).data ?? null;
  return {
    lanes,
    versions,
    shape,
    shapeVersion: row?.version ?? 0,
    yeses: standingYeses({ lanes, versions, shape, yes: { A: yesOf(row?.yesA), B: yesOf(row?.yesB) } }),
    caught: row?.caught ?? 0,
    caughtAt: row?.caughtAt?.getTime() ?? null,
  };
};

/** One after the other for each couple, so that of two at the same moment the second one sees what the first one did. */
async function withLoop<T>(
  partnership: Partnership,
  work: (tx: Transaction, loop: Loop) => Promise<Result<T, LoopRefusal>>,
): Promise<Result<T, LoopRefusal>> {
  const { coupleId } = partnership;
  const done = await inTransaction(async (tx): Promise<Result<T, LoopRefusal>> => {
    if (!(await lockLoop(tx, partnership))) return refuse("notAParticipant");
    return work(tx, loopOf(await listLanes(coupleId, tx), await findLoopRow(coupleId, tx)));
  });
  if (done.ok) tellBoth(partnership);
  return done;
}

/**
 * Saves one's own lane over the version that was on the screen; nobody can reach the other's. Both yeses were given to other
 * words, so they hold no more. The same words again change nothing.
 */
export const saveLane = (partnership: Partnership, { wordsId, version, words }: SaveLane) =>
  withLoop(partnership, async (tx, { lanes, versions }) => {
    const { coupleId, seat } = partnership;
    if (lanes[seat]?.wordsId === wordsId) return ok({ version: versions[seat] });
    if (versions[seat] !== version) return refuse("changedMeanwhile");
    const lane = { coupleId, seat, words, wordsId, version: version + 1, changedAt: new Date() };
    await writeLane(tx, lane);
    return ok({ version: lane.version });
  });

/** Takes one's own side back. Its words are erased; what the other wrote stays. */
export const emptyLane = (partnership: Partnership, { version }: EmptyLane) =>
  withLoop(partnership, async (tx, { lanes, versions }) => {
    const { coupleId, seat } = partnership;
    if (lanes[seat] === null) return ok(null);
    if (versions[seat] !== version) return refuse("changedMeanwhile");
    await eraseLane(tx, coupleId, seat, { version: version + 1, changedAt: new Date() });
    return ok(null);
  });

export const chooseShape = (partnership: Partnership, { shape, version }: ChooseShape) =>
  withLoop(partnership, async (tx, loop) => {
    if (loop.shape === shape) return ok(null);
    if (loop.shapeVersion !== version) return refuse("changedMeanwhile");
    await changeLoop(tx, partnership.coupleId, { shape, version: version + 1 });
    return ok(null);
  });

/**
 * A yes to both lanes and the shape as they were on the screen.
 *
 * @returns `met`: whether this very yes is the one by which they meet; of two at the same moment it is one
 */
export const sayYes = (partnership: Partnership, yes: Yes) =>
  withLoop(partnership, async (tx, loop): Promise<Result<{ met: boolean }, LoopRefusal>> => {
    const { coupleId, seat } = partnership;
    const { A, B } = loop.versions;
    if (loop.lanes.A === null || loop.lanes.B === null || loop.shape === null) return refuse("notWhole");
    if (yes.A !== A || yes.B !== B || yes.shape !== loop.shape) return refuse("changedMeanwhile");
    if (loop.yeses.includes(seat)) return ok({ met: false });
    await changeLoop(tx, coupleId, seat === "A" ? { yesA: yes } : { yesB: yes });
    return ok({ met: loop.yeses.length === 1 });
  });

/** Free, and without a reason. */
export const takeBackYes = (partnership: Partnership) =>
  withLoop(partnership, async (tx) => {
    const { coupleId, seat } = partnership;
    await changeLoop(tx, coupleId, seat === "A" ? { yesA: null } : { yesB: null });
    return ok(null);
  });

/**
 * "We caught it": one more, at most once a minute for both together. Nobody learns who it was.
 *
 * @param now epoch milliseconds
 */
export const catchLoop = (partnership: Partnership, now: number) =>
  withLoop(partnership, async (tx, loop) => {
    if (!hasMet(loop)) return refuse("notMet");
    if (loop.caughtAt !== null && now - loop.caughtAt < caughtEveryMs) return refuse("justCaught");
    await countCaught(tx, partnership.coupleId, { by: 1, caughtAt: new Date(now) });
    return ok(null);
  });

/** Takes the last one back, once and within a minute, whoever counted it. */
export const undoCatch = (partnership: Partnership, now: number) =>
  withLoop(partnership, async (tx, loop) => {
    if (loop.caughtAt === null || now - loop.caughtAt >= caughtEveryMs) return refuse("tooLate");
    await countCaught(tx, partnership.coupleId, { by: -1, caughtAt: null });
    return ok(null);
  });

const mostCheckIns = 20;
const sharedSchema = z.object({ words: sealedSchema });

/** One's own pieces of the last check-ins, still sealed: only their author's browser can tell which words are in them. */
export async function listOwnPieces(partnership: Partnership): Promise<OwnPiece[]> {
  const rows = await listShared(partnership, mostCheckIns);
  return rows.flatMap(({ checkInId, commandId, payload }) => {
    // Said aloud, or taken back since.
    const shared = sharedSchema.safeParse(payload);
    if (!shared.success) return [];
    return [
      {
        checkInId: checkInIdSchema.parse(checkInId),
        commandId: commandIdSchema.parse(commandId),
        words: shared.data.words,
      },
    ];
  });
}
