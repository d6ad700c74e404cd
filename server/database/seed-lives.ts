/** So many couples with so many check-ins among them; the first couple has `long` of these and one that runs. */
export type Lives = { couples: number; checkIns: number; long: number };

/** The first couple's people and its running check-in, and where one of its later pages begins. */
export const longLife = {
  coupleId: "10000000-0000-4000-8000-000000000001",
  personId: "20000000-0000-4000-8000-000000000001",
  otherId: "30000000-0000-4000-8000-000000000001",
  runningId: "40000000-0000-4000-8000-000000000001",
} as const;

/*
 * A couple's number is in its ids, so that no table has to be joined to make another; a check-in's grow with time, as they do.
 * Check-ins lie six hours apart, the last one
 * yesterday, each with its opening, a pause in every tenth, and its end; one in five led to an agreement, and one in ten of those
 * still stands. Words are not in it: they weigh the same for everyone, and no list reads them.
 */
const idOf = (kind: number, number: string) =>
  `('${kind}0000000-0000-4000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;

const statements = ({ couples, checkIns, long }: Lives): string[] => {
  const each = Math.max(1, Math.floor((checkIns - long) / Math.max(1, couples - 1)));
  const lives = `(
    SELECT c, n, ${idOf(5, "c::bigint * 1000000 + 999999 - n")} AS id, ${idOf(1, "c")} AS couple,
      date_trunc('hour', now()) - interval '1 day' - n * interval '6 hours' AS at
    FROM generate_series(1, ${couples}) AS c, generate_series(1, CASE c WHEN 1 THEN ${long} ELSE ${each} END) AS n
  ) AS life`;
  const person = (kind: number) => `
    INSERT INTO "Person" ("id", "email", "name", "authHash", "salt", "kdfMemoryKib", "kdfIterations", "kdfParallelism",
      "publicKey", "privateKeyByPassword", "privateKeyByRecoveryCode")
    SELECT ${idOf(kind, "c")}, '${kind}.' || c || '@heard.example', 'Sam', '-', '-', 1, 1, 1, '-', '-', '-'
    FROM generate_series(1, ${couples}) AS c`;
  const partner = (seat: string, kind: number) => `
    INSERT INTO "Partner" ("coupleId", "seat", "personId", "sealedCoupleKey", "linkedPersonId")
    SELECT ${idOf(1, "c")}, '${seat}', ${idOf(kind, "c")}, '-', ${idOf(kind, "c")} FROM generate_series(1, ${couples}) AS c`;
  const event = (seq: number, type: string, payload: string, where: string, seat = "'A'") => `
    INSERT INTO "CheckInEvent" ("coupleId", "checkInId", "seq", "type", "payload", "seat", "commandId", "at")
    SELECT couple, id, ${seq}, '${type}', ${payload}, ${seat}, gen_random_uuid(), at + ${seq} * interval '1 minute'
    FROM ${lives} WHERE ${where}`;
  const opened = (id: string) =>
    `jsonb_build_object('checkInId', ${id}, 'guideId', 'standard', 'guideVersion', 1, 'mode', 'written', 'favoured', 'A')`;
  return [
    person(2),
    person(3),
    `INSERT INTO "Couple" ("id") SELECT ${idOf(1, "c")} FROM generate_series(1, ${couples}) AS c`,
    partner("A", 2),
    partner("B", 3),
    `INSERT INTO "CheckIn" ("id", "coupleId", "guideId", "guideVersion", "status", "createdAt", "endedAt")
      SELECT id, couple, 'standard', 1, (CASE n % 7 WHEN 0 THEN 'endedEarly' ELSE 'completed' END)::"CheckInStatus", at, at + interval '20 minutes'
      FROM ${lives}`,
    event(1, "opened", opened("id"), "true"),
    event(2, "paused", `jsonb_build_object('until', 1767528000000)`, "n % 10 = 0", "NULL"),
    event(3, "endedKindly", `'{"words": null}'::jsonb`, "true"),
    `INSERT INTO "Agreement" ("coupleId", "id", "checkInId", "asker", "answerCommandId", "agreedAt", "retiredAt")
      SELECT couple, id, id, 'A', id, at, CASE WHEN n % 50 = 0 THEN NULL ELSE at + interval '3 days' END
      FROM ${lives} WHERE n % 5 = 0`,
    `INSERT INTO "CheckIn" ("id", "coupleId", "guideId", "guideVersion", "status", "createdAt", "activeCoupleId")
      VALUES ('${longLife.runningId}', '${longLife.coupleId}', 'standard', 1, 'lobby', now(), '${longLife.coupleId}')`,
    `INSERT INTO "CheckInEvent" ("coupleId", "checkInId", "seq", "type", "payload", "seat", "commandId", "at")
      VALUES ('${longLife.coupleId}', '${longLife.runningId}', 1, 'opened', ${opened(`'${longLife.runningId}'::text`)}, 'A',
        gen_random_uuid(), now())`,
    "VACUUM ANALYZE",
  ];
};

/**
 * Fills an empty, migrated database with whole lives of check-ins, a million in about a minute: for measuring and for looking at
 * the plans that PostgreSQL makes for tables of that size. Nothing in it opens.
 *
 * @param query runs one statement
 */
export async function seedLives(lives: Lives, query: (statement: string) => Promise<unknown>): Promise<void> {
  for (const statement of statements(lives)) await query(statement);
}
