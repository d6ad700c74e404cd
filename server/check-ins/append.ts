import { type CheckInEvent, pauseTypes } from "@/lib/check-in/events";
import type { Status } from "@/lib/check-in/state";
import type { CheckInId, CoupleId, PersonId } from "@/lib/ids";
import type { AgreementMoves } from "@/server/check-ins/agreement-moves";
import { payloadOf } from "@/server/check-ins/event-row";
import { groupCommit } from "@/server/check-ins/group-commit";
import { errorCode } from "@/server/errors";

/** One decided event on its way into the log. */
export type Append = {
  coupleId: CoupleId;
  checkInId: CheckInId;
  /** Whose seat it is, checked once more in the commit itself; null for the clock's own events. */
  personId: PersonId | null;
  /** The version that it was decided on: its `seq` will be the next. */
  version: number;
  event: CheckInEvent;
  /** The list columns, when the event changed them. */
  moved: { status: Status; endedAt: number | null; begun: boolean } | null;
  /** The rows of agreements, when the event changed them. */
  agreements?: AgreementMoves | null;
};

/** `stale`: somebody was faster, or the seat is theirs no more. Nothing was written. */
export type AppendOutcome = "appended" | "stale";

type Query = (statement: { name: string; text: string; values: unknown[]; query_timeout: number }) => Promise<{
  rows: { event?: unknown }[];
}>;

/*
 * The primary key (coupleId, checkInId, seq) is the guard: of two events decided on one version the second inserts nothing.
 * `version` must be in the log already, so that a state from before a restored backup can leave no gap. Rows go in by id, so
 * that two nodes with the same check-ins wait for each other in one order.
 *
 * The guards are scalar subqueries, because PostgreSQL turns EXISTS into a join and may then read a whole table for it: these
 * look up one key a row, however the tables have grown since the plan was made. And the rows come as JSON, not as arrays:
 * PostgreSQL sees the length of an array and would plan anew, for longer than the statement takes, each time.
 */
const statementWith = (columns: string, parts: string) => `
WITH asked AS (
  SELECT * FROM json_to_recordset($1::json) AS a(
    couple uuid, check_in uuid, person uuid, version int, type text, payload jsonb, seat "Seat", command uuid,
    at timestamptz, status "CheckInStatus", ended timestamptz, begun boolean${columns}
  )
), appended AS (
  INSERT INTO "CheckInEvent" ("coupleId", "checkInId", "seq", "type", "payload", "seat", "commandId", "at")
  SELECT couple, check_in, version + 1, type, payload, seat, command, at
  FROM asked
  WHERE (
    SELECT true FROM "CheckInEvent" e WHERE e."coupleId" = couple AND e."checkInId" = check_in AND e."seq" = version LIMIT 1
  ) AND (person IS NULL OR (
    SELECT true FROM "Partner" p
    WHERE p."coupleId" = couple AND p."seat" = asked.seat AND p."personId" = person AND p."leftAt" IS NULL LIMIT 1
  ))
  ORDER BY check_in
  ON CONFLICT DO NOTHING
  RETURNING "checkInId", "commandId"
), moved AS (
  UPDATE "CheckIn" c SET
    "status" = asked.status,
    "endedAt" = asked.ended,
    "activeCoupleId" = CASE WHEN asked.ended IS NULL THEN c."activeCoupleId" END,
    -- Counts once it has ended: over before both were there, and no list shows it.
    "begun" = asked.ended IS NULL OR asked.begun
  FROM asked JOIN appended ON appended."checkInId" = asked.check_in AND appended."commandId" = asked.command
  WHERE asked.status IS NOT NULL AND c."coupleId" = asked.couple AND c."id" = asked.check_in
)${parts}
SELECT "checkInId" || '/' || "commandId" AS event FROM appended`;

const statement = statementWith("", "");

/*
 * The same with what few events bring about, in the same commit: an agreement is in its row exactly if it is in the log, and
 * from its end on the log of a check-in says no more whose a pause was (rule 19).
 * A statement of its own, so that the nearly all who do neither do not pay for planning and starting these parts.
 */
const fromAppended =
  'asked JOIN appended ON appended."checkInId" = asked.check_in AND appended."commandId" = asked.command';
const statementWithConsequences = statementWith(
  ", made json, retired json, undone json",
  `, unattributed AS (
  UPDATE "CheckInEvent" e SET "seat" = NULL
  FROM ${fromAppended}
  WHERE asked.ended IS NOT NULL AND e."coupleId" = asked.couple AND e."checkInId" = asked.check_in
    AND e."type" IN (${pauseTypes.map((type) => `'${type}'`).join(", ")})
), made AS (
  INSERT INTO "Agreement" ("coupleId", "id", "checkInId", "asker", "answerCommandId", "request", "answer", "agreedAt")
  SELECT asked.couple, m.id, asked.check_in, m.asker, m.answered, m.request, m.answer, m.at
  FROM ${fromAppended} CROSS JOIN json_to_recordset(asked.made) AS m(
    id uuid, asker "Seat", answered uuid, request jsonb, answer jsonb, at timestamptz
  )
  ON CONFLICT DO NOTHING
), retired AS (
  UPDATE "Agreement" g SET "retiredAt" = r.at, "offered" = NULL, "offeredBy" = NULL, "offeredId" = NULL
  FROM ${fromAppended} CROSS JOIN json_to_recordset(asked.retired) AS r(id uuid, at timestamptz)
  WHERE g."coupleId" = asked.couple AND g."id" = r.id AND g."retiredAt" IS NULL
), undone AS (
  DELETE FROM "Agreement" g
  USING ${fromAppended} CROSS JOIN json_to_recordset(asked.undone) AS u(id uuid)
  WHERE g."coupleId" = asked.couple AND g."id" = u.id
)`,
);

/** After this long the outcome is unknown and the sender is told `unavailable`; the same command again is safe. */
const patienceMs = 5_000;

const instant = (at: number | null) => (at === null ? null : new Date(at).toISOString());

const agreementsOf = (moves: AgreementMoves | null | undefined) =>
  moves && {
    made: moves.made.map(({ id, request, answer, agreedAt }) => ({
      id,
      asker: request.seat,
      answered: answer.commandId,
      request: request.words,
      answer: answer.words,
      at: instant(agreedAt),
    })),
    retired: moves.retired.map(({ id, at }) => ({ id, at: instant(at) })),
    undone: moves.undone.map((id) => ({ id })),
  };

const sendWith =
  (query: Query) =>
  async (appends: readonly Append[]): Promise<readonly AppendOutcome[]> => {
    const asked = appends.map(({ coupleId, checkInId, personId, version, event, moved, agreements }) => ({
      couple: coupleId,
      check_in: checkInId,
      person: personId,
      version,
      type: event.type,
      payload: payloadOf(event),
      seat: event.seat,
      command: event.commandId,
      at: instant(event.at),
      status: moved?.status,
      ended: instant(moved?.endedAt ?? null),
      begun: moved?.begun,
      ...agreementsOf(agreements),
    }));
    const values = [JSON.stringify(asked)];
    const how = appends.some(({ agreements, moved }) => agreements || moved?.endedAt)
      ? { name: "append-with-consequences", text: statementWithConsequences }
      : { name: "append", text: statement };
    const { rows } = await query({ ...how, values, query_timeout: patienceMs });
    const appended = new Set(rows.map((row) => row.event));
    return appends.map(({ checkInId, event }) =>
      appended.has(`${checkInId}/${event.commandId}`) ? "appended" : "stale",
    );
  };

/**
 * SQLSTATE classes that one row can bring about: its data (22), its constraints (23), a deadlock (40). Anything else, waiting too
 * long among it, is the database itself: everyone is told, and nobody is tried again.
 */
const isOneRowsFault = (error: unknown): boolean => /^(22|23|40)/.test(errorCode(error) ?? "");

/**
 * Appends to the logs of many check-ins, in one statement and one commit for all that wait (`server/check-ins/group-commit`).
 * Of two of one check-in in one statement the later is stale, so a caller gains nothing by sending them at once.
 *
 * @param query runs one statement on a pooled connection of its own
 */
export const createAppend = (query: Query): ((append: Append) => Promise<AppendOutcome>) =>
  groupCommit({
    send: sendWith(query),
    mostInFlight: 3,
    mostTogether: 128,
    mostWaiting: 20_000,
    isOneItemsFault: isOneRowsFault,
  });
