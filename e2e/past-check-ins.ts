import { randomUUID } from "node:crypto";
import pg from "pg";
import type { LinkedCouple } from "@/e2e/couples";
import type { HeardServer } from "@/e2e/start-server";
import type { CheckInEvent, EventType } from "@/lib/check-in/events";
import type { WritingKind } from "@/lib/check-in/state";
import { type CheckInId, type CommandId, checkInIdSchema, commandIdSchema, type Seat } from "@/lib/ids";
import { type ContentKind, contents } from "@/lib/sealing/contents";
import { seal } from "@/lib/sealing/seal";
import type { Sealed } from "@/lib/sealing/sealed";
import { payloadOf } from "@/server/check-ins/event-row";

/** What was said in one of them; what is left out was passed over. */
export type PastWords = {
  moment: string;
  feelings: readonly string[];
  topic: string;
  reflection: string;
  leaving: string;
  /** One small thing that was asked, answered with yes and kept by both. */
  wish?: string;
};
export type PastCheckIn = { at: number; words: PastWords };

const newCommandId = () => commandIdSchema.parse(randomUUID());
const minute = 60_000;

/**
 * Lays down check-ins of the standard guide that were held to the end, by the same events and the same seals as the rooms make
 * them, straight into the tables. Gives their ids, in the order of what was asked for.
 */
export async function addPastCheckIns(
  { databaseUrl }: HeardServer,
  couple: Pick<LinkedCouple, "coupleId" | "coupleKey">,
  past: readonly PastCheckIn[],
): Promise<CheckInId[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const ids: CheckInId[] = [];
  try {
    for (let first = 0; first < past.length; first += 250) {
      const some = await Promise.all(past.slice(first, first + 250).map((one) => lived(couple, one)));
      ids.push(...some.map(({ row }) => row.id));
      await insert(
        client,
        "CheckIn",
        checkInColumns,
        some.map(({ row }) => row),
      );
      await insert(
        client,
        "CheckInEvent",
        eventColumns,
        some.flatMap(({ events }) => events),
      );
      await insert(
        client,
        "Agreement",
        agreementColumns,
        some.flatMap(({ agreement }) => agreement ?? []),
      );
    }
    await client.query("ANALYZE");
  } finally {
    await client.end();
  }
  return ids;
}

const checkInColumns = '"id","coupleId","guideId","guideVersion","status","createdAt","endedAt","begun"';
const eventColumns = '"coupleId","checkInId","seq","type","payload","seat","commandId","at"';
const agreementColumns = '"coupleId","id","checkInId","asker","answerCommandId","request","answer","agreedAt"';
const insert = (client: pg.Client, table: string, columns: string, rows: readonly object[]) =>
  client.query(
    `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::"${table}", $1::json)`,
    [JSON.stringify(rows)],
  );

async function lived(
  { coupleId, coupleKey }: Pick<LinkedCouple, "coupleId" | "coupleKey">,
  { at, words }: PastCheckIn,
) {
  const checkInId = checkInIdSchema.parse(randomUUID());
  const log: CheckInEvent[] = [];
  const stamp = (seat: Seat, commandId = newCommandId()) => ({ seat, at: at + log.length * 1000, commandId });
  const sealed = async (
    kind: WritingKind & ContentKind,
    seat: Seat,
    commandId: CommandId,
    value: unknown,
  ): Promise<Sealed> => {
    const context = { coupleId, checkInId, kind, authorSeat: seat, commandId };
    const box = await seal<unknown>(coupleKey, context, value, contents[kind]);
    if (!box.ok) throw new Error(box.refusal);
    return box.value;
  };
  type Plain = "readied" | "readOn" | "listened" | "shareDone" | "thanked" | "passed";
  const plain = (type: Plain, ...seats: Seat[]) => {
    for (const seat of seats) log.push({ ...stamp(seat), type });
  };
  const said = async (
    type: Extract<EventType, "wrote" | "shared" | "reflected" | "empathised" | "asked">,
    kind: WritingKind & ContentKind,
    seat: Seat,
    value: unknown,
  ) => {
    const commandId = newCommandId();
    log.push({ ...stamp(seat, commandId), type, words: await sealed(kind, seat, commandId, value) });
    return commandId;
  };

  const opened = { checkInId, guideId: "standard", guideVersion: 1, mode: "written", favoured: "A" } as const;
  log.push({ ...stamp("A"), type: "opened", ...opened });
  for (let gather = 0; gather < 3; gather++) plain("readied", "A", "B");
  for (const seat of ["A", "B"] as const) log.push({ ...stamp(seat), type: "picked", option: "A" });
  await said("wrote", "appreciation", "A", { text: "You made tea." });
  await said("wrote", "appreciation", "B", { text: "You sang in the kitchen." });
  plain("readOn", "A", "B");
  const feelings = words.feelings.map((word) => ({ word, strength: "clearly" }));
  await said("shared", "piece", "A", { feelings, about: [words.topic], moment: words.moment, need: "to-be-heard" });
  plain("listened", "B");
  await said("reflected", "reflection", "B", { text: words.reflection });
  log.push({ ...stamp("A"), type: "confirmed", answer: "yes", words: null });
  plain("shareDone", "A");
  await said("empathised", "empathy", "B", { text: "It makes sense to me." });
  plain("thanked", "A");
  plain("readied", "A", "B");
  await said("shared", "piece", "B", { feelings, about: [words.topic], moment: "The same evening." });
  plain("passed", "A", "B", "A");
  const made = words.wish === undefined ? null : await keepWish(words.wish);
  if (!made) plain("passed", "A");
  plain("passed", "B");
  await said("wrote", "close", "A", { thanks: "Thank you.", leaving: words.leaving });
  await said("wrote", "close", "B", { leaving: words.leaving });
  plain("readOn", "A", "B");

  async function keepWish(wish: string) {
    const id = await said("asked", "request", "A", { text: wish });
    const answerId = newCommandId();
    log.push({ ...stamp("B", answerId), type: "answered", answer: "yes", words: null });
    for (const seat of ["A", "B"] as const) log.push({ ...stamp(seat), type: "settled", keep: true });
    const request = log.find(({ commandId }) => commandId === id);
    return {
      coupleId,
      id,
      checkInId,
      asker: "A",
      answerCommandId: answerId,
      answer: null,
      request: request && "words" in request ? request.words : null,
      agreedAt: new Date(at).toISOString(),
    };
  }
  return {
    row: {
      id: checkInId,
      coupleId,
      guideId: "standard",
      guideVersion: 1,
      status: "completed",
      begun: true,
      createdAt: new Date(at).toISOString(),
      endedAt: new Date(at + 24 * minute).toISOString(),
    },
    events: log.map((event, index) => ({
      coupleId,
      checkInId,
      seq: index + 1,
      type: event.type,
      payload: payloadOf(event),
      seat: event.seat,
      commandId: event.commandId,
      at: new Date(event.at).toISOString(),
    })),
    agreement: made,
  };
}
