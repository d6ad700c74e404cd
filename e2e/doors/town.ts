import { createHash, randomUUID } from "node:crypto";
import type { APIRequestContext, Browser } from "@playwright/test";
import { linkCouple } from "@/e2e/couples";
import { queryDatabase } from "@/e2e/database";
import type { Ids } from "@/e2e/doors/visitors";
import { openCheckIn } from "@/e2e/hold-check-in";
import { makePerson, someone } from "@/e2e/people";
import type { HeardServer } from "@/e2e/start-server";

/** Ids in the shape of all of these, and of nothing. */
export const nothing: Ids = {
  checkInId: randomUUID(),
  endedId: randomUUID(),
  coupleId: randomUUID(),
  sessionId: randomUUID(),
  invitationId: randomUUID(),
  personId: randomUUID(),
  proposalId: randomUUID(),
  rhythmId: randomUUID(),
  plannedId: randomUUID(),
  agreementId: randomUUID(),
  noteId: randomUUID(),
  captionId: randomUUID(),
  archiveId: randomUUID(),
  mailId: randomUUID(),
  feedToken: tokenOf(randomUUID()),
  endpoint: endpointOf(randomUUID()),
};

/** `theirs`: what they would like to see and is theirs, if anything is; `foreign`: another couple's. */
type Visit = { request: APIRequestContext; theirs: Ids; foreign: Ids };

/** One visitor of each kind, and what they would like to see. */
export async function makeTown(browser: Browser, server: HeardServer) {
  const enter = () => browser.newContext({ baseURL: server.url });
  const couple = await linkCouple(server, await enter(), await enter());
  const other = await linkCouple(server, await enter(), await enter());
  const former = await linkCouple(server, await enter(), await enter());
  const lee = await (await enter()).newPage();
  await makePerson(lee, someone("Lee"));
  const theirs = await furnish(server, couple.coupleId);
  const others = await furnish(server, other.coupleId);
  const formers = await furnish(server, former.coupleId);
  await queryDatabase(server, `UPDATE "Couple" SET "unlinkedAt" = now() WHERE "id" = $1`, [former.coupleId]);
  await queryDatabase(server, `UPDATE "Partner" SET "leftAt" = now(), "linkedPersonId" = NULL WHERE "coupleId" = $1`, [
    former.coupleId,
  ]);
  await queryDatabase(
    server,
    `UPDATE "AuthSession" SET "revokedAt" = now() WHERE "personId" = (SELECT "id" FROM "Person" WHERE "email" = $1)`,
    [couple.sam.email],
  );
  const one = (request: APIRequestContext, wanted = theirs, foreign = theirs): Visit => ({
    request,
    theirs: wanted,
    foreign,
  });
  return {
    signedOut: one((await enter()).request),
    revoked: one(couple.sam.page.request),
    stranger: one(lee.request),
    ex: one(former.mara.page.request, formers),
    other: one(other.mara.page.request),
    partner: one(couple.mara.page.request, theirs, others),
  };
}

function tokenOf(seed: string): string {
  return createHash("sha256").update(seed).digest("base64url");
}
function endpointOf(id: string): string {
  return `https://push.heard.example/${id}`;
}

const words = `'{"v":1,"n":"AAAAAAAAAAAAAAAA","c":"AAAAAAAAAAAAAAAAAAAAAAAA"}'::jsonb`;

/** One of everything that two can have, and an invitation of somebody else's. What is a person's own is the second one's. */
async function furnish(server: HeardServer, coupleId: string): Promise<Ids> {
  const ask = (statement: string, values: readonly unknown[]) => queryDatabase(server, statement, values);
  const endedId = await openCheckIn(server, coupleId);
  await ask(
    `WITH ended AS (UPDATE "CheckIn" SET "status" = 'endedEarly', "endedAt" = now(), "activeCoupleId" = NULL WHERE "id" = $2)
     INSERT INTO "CheckInEvent" ("coupleId", "checkInId", "seq", "type", "payload", "seat", "commandId", "at")
     VALUES ($1, $2, 2, 'endedKindly', '{"words":null}', 'A', $3, now())`,
    [coupleId, endedId, randomUUID()],
  );
  const checkInId = await openCheckIn(server, coupleId);
  const [invitation] = await ask(
    `WITH inviter AS (
       INSERT INTO "Person" ("id", "email", "name", "authHash", "salt", "kdfMemoryKib", "kdfIterations", "kdfParallelism",
         "publicKey", "privateKeyByPassword", "privateKeyByRecoveryCode")
       VALUES (gen_random_uuid(), $1, 'Noor', '-', '-', 1, 1, 1, '-', '-', '-') RETURNING "id")
     INSERT INTO "Invitation" ("id", "coupleId", "inviterId", "expiresAt", "code", "coupleKeyBySecret", "secretProofHash",
       "inviterSealedCoupleKey", "openInviterId")
     SELECT gen_random_uuid(), gen_random_uuid(), "id", now() + interval '1 hour', $2, '-', '-', '-', "id" FROM inviter
     RETURNING "id", "inviterId"`,
    [someone("Noor").email, randomUUID().slice(0, 8).toUpperCase()],
  );
  const [people] = await ask(
    `SELECT s."id" AS session, p."personId" AS second FROM "Partner" p JOIN "AuthSession" s USING ("personId")
     WHERE p."coupleId" = $1 AND p."seat" = 'B'`,
    [coupleId],
  );
  const ids: Ids = {
    checkInId,
    endedId,
    coupleId,
    sessionId: String(people?.session),
    invitationId: String(invitation?.id),
    personId: String(invitation?.inviterId),
    proposalId: randomUUID(),
    rhythmId: randomUUID(),
    plannedId: randomUUID(),
    agreementId: randomUUID(),
    noteId: randomUUID(),
    captionId: randomUUID(),
    archiveId: randomUUID(),
    mailId: randomUUID(),
    feedToken: tokenOf(coupleId),
    endpoint: endpointOf(coupleId),
  };
  await plan(ask, ids);
  await writeBeside(ask, ids);
  await giveOwn(ask, ids, people?.second);
  return ids;
}

type Ask = (statement: string, values: readonly unknown[]) => Promise<Record<string, unknown>[]>;

async function plan(ask: Ask, { coupleId, proposalId, rhythmId, plannedId }: Ids): Promise<void> {
  await ask(
    `INSERT INTO "Proposal" ("id", "coupleId", "seat", "guideId", "minutes", "times", "zone", "words", "createdAt", "lapsesAt",
       "status", "openCoupleId")
     VALUES ($1, $2, 'B', 'standard', 20, ARRAY[now() + interval '2 days'], 'Europe/Berlin', ${words}, now(),
       now() + interval '2 days', 'open', $2)`,
    [proposalId, coupleId],
  );
  await ask(
    `INSERT INTO "Rhythm" ("id", "coupleId", "seat", "guideId", "minutes", "zone", "rule", "createdAt", "offeredCoupleId")
     VALUES ($1, $2, 'B', 'standard', 20, 'Europe/Berlin', $3, now(), $2)`,
    [rhythmId, coupleId, JSON.stringify({ every: "week", weekdays: [7], at: "19:30", from: "2030-01-01" })],
  );
  await ask(
    `INSERT INTO "PlannedCheckIn" ("id", "coupleId", "guideId", "minutes", "zone", "startsAt", "status", "createdAt", "changedAt")
     VALUES ($1, $2, 'standard', 20, 'Europe/Berlin', now() + interval '2 days', 'planned', now(), now())`,
    [plannedId, coupleId],
  );
}

async function writeBeside(ask: Ask, { coupleId, endedId, noteId, captionId, agreementId }: Ids): Promise<void> {
  await ask(
    `INSERT INTO "MarginNote" ("id", "coupleId", "checkInId", "page", "seat", "words", "at")
     VALUES ($1, $2, $3, '0-warm', 'B', ${words}, now())`,
    [noteId, coupleId, endedId],
  );
  await ask(
    `INSERT INTO "Caption" ("coupleId", "checkInId", "offered", "offeredBy", "offeredId") VALUES ($1, $2, ${words}, 'B', $3)`,
    [coupleId, endedId, captionId],
  );
  await ask(
    `INSERT INTO "Agreement" ("coupleId", "id", "checkInId", "asker", "answerCommandId", "request", "agreedAt", "offered",
       "offeredBy", "offeredId")
     VALUES ($1, $2, $3, 'A', gen_random_uuid(), ${words}, now(), ${words}, 'B', $4)`,
    [coupleId, agreementId, endedId, captionId],
  );
  await ask(
    `WITH lanes AS (INSERT INTO "LoopLane" ("coupleId", "seat", "words", "wordsId", "version", "changedAt")
       SELECT $1, seat::"Seat", ${words}, gen_random_uuid(), 1, now() FROM unnest(ARRAY['A', 'B']) AS seat)
     INSERT INTO "Loop" ("coupleId", "shape", "version") VALUES ($1, 'reachAndRetreat', 1)`,
    [coupleId],
  );
}

async function giveOwn(ask: Ask, { archiveId, mailId, feedToken, endpoint }: Ids, personId: unknown): Promise<void> {
  await ask(
    `WITH archive AS (INSERT INTO "Archive" ("id", "personId", "sealedKey", "parts") VALUES ($1, $2, '-', 1) RETURNING "id")
     INSERT INTO "ArchivePart" ("archiveId", "part", "words") SELECT "id", 0, ${words} FROM archive`,
    [archiveId, personId],
  );
  await ask(`INSERT INTO "CalendarFeed" ("personId", "tokenHash") VALUES ($1, $2)`, [personId, tokenOf(feedToken)]);
  await ask(
    `INSERT INTO "PushSubscription" ("id", "personId", "endpoint", "p256dh", "auth")
     VALUES (gen_random_uuid(), $1, $2, '-', '-')`,
    [personId, endpoint],
  );
  await ask(
    `INSERT INTO "HeldMail" ("id", "to", "subject", "raw") VALUES ($1, 'mara@example.org', 'Held', 'Subject: Held')`,
    [mailId],
  );
}
