import { randomUUID } from "node:crypto";
import type { APIRequestContext, APIResponse, Browser } from "@playwright/test";
import { io } from "socket.io-client";
import { protocolVersion } from "@/lib/protocol";
import { linkCouple } from "./couples";
import { queryDatabase } from "./database";
import { findAction, listActions, listPages, listRoutes, listSocketEvents } from "./doors";
import { expect, test } from "./fixtures";
import { openCheckIn } from "./hold-check-in";
import { makePerson, someone } from "./people";
import type { HeardServer } from "./start-server";

const visitors = ["signedOut", "revoked", "stranger", "ex", "other", "partner"] as const;
type Visitor = (typeof visitors)[number];
/** What each visitor gets: a status, where they are led, or the name of a refusal. */
type Row = Record<Visitor, string>;

const everyone = (answer: string): Row => ({
  ...{ signedOut: answer, revoked: answer, stranger: answer, ex: answer, other: answer, partner: answer },
});
const linkedOnly = { signedOut: "→ /sign-in", revoked: "→ /sign-in", stranger: "→ /us", ex: "→ /us" };
const signedInOnly = { ...everyone("200"), signedOut: "→ /sign-in", revoked: "→ /sign-in" };
const linkedElsewhere = { other: "→ /us", partner: "→ /us" };

const pages: Record<string, Row> = {
  ...Object.fromEntries(
    ["/", "/demo", "/hosting", "/join", "/join/[token]", "/look", "/method", "/not-therapy", "/safety", "/deleted"].map(
      (page) => [page, everyone("200")],
    ),
  ),
  "/sign-in": { ...everyone("→ /us"), signedOut: "200", revoked: "200" },
  "/sign-up": { ...everyone("→ /us"), signedOut: "200", revoked: "200" },
  "/you": signedInOnly,
  "/us": signedInOnly,
  "/us/invite": { ...signedInOnly, ...linkedElsewhere },
  "/you/unlink": { ...signedInOnly, stranger: "→ /you/unlinked", ex: "→ /you/unlinked" },
  "/you/unlinked": { ...signedInOnly, ...linkedElsewhere },
  "/read": { ...linkedOnly, ex: "→ /read/before", other: "200", partner: "200" },
  "/read/before": signedInOnly,
  "/read/before/[coupleId]": { ...signedInOnly, ...{ stranger: "404", other: "404", partner: "404" } },
  "/read/before/[coupleId]/[id]": { ...signedInOnly, ...{ stranger: "404", other: "404", partner: "404" } },
  "/read/keepsake": { ...linkedOnly, other: "200", partner: "200" },
  "/you/delete": signedInOnly,
  "/you/export": signedInOnly,
  "/you/import": signedInOnly,
  "/you/import/[id]": { ...everyone("404"), signedOut: "→ /sign-in", revoked: "→ /sign-in" },
  "/you/keeping": { ...linkedOnly, other: "200", partner: "200" },
  "/check-in/[id]": { ...signedInOnly, ...{ stranger: "404", ex: "404", other: "404" } },
  // For 30 days, and their own words after it.
  "/read/[id]": { ...signedInOnly, ...{ stranger: "404", ex: "→ /read/before/ID/ID", other: "404" } },
};

/** With nothing in the body: none of them knows who asks, and none may tell. */
const routes: Record<string, Row> = {
  "POST /api/auth-salt": everyone("invalid"),
  "POST /api/sign-up": everyone("invalid"),
  "GET /api/auth/[...nextauth]": everyone("404"),
  "POST /api/auth/[...nextauth]": everyone("404"),
  "GET /api/health": everyone("200"),
  "GET /api/ready": everyone("200"),
};

type Ids = { checkInId: string; coupleId: string; sessionId: string; invitationId: string; personId: string };
/** `forBearers`: knowing the id is what opens it, so only an id of nothing is asked for. */
type ActionRow = { input: (ids: Ids) => unknown; answers: Row; forBearers?: true };

const ownOnly = (answer: string): Row => ({ ...everyone(answer), signedOut: "signedOut", revoked: "signedOut" });
const named = ({ invitationId }: Ids) => ({ invitationId });
const somethingSealed = "BPlainlyNoKey";

/** Each is asked for what is not the visitor's own; what it would do to themselves is other stories'. */
const actions: Record<string, ActionRow> = {
  "app/actions.ts#loadOwnKeys": { input: () => undefined, answers: ownOnly("ok") },
  "app/(info)/look/actions.ts#keepLook": { input: () => ({ theme: "nobody's" }), answers: everyone("false") },
  "app/(couple)/us/actions.ts#startCheckIn": {
    input: ({ checkInId }) => ({ guideId: "standard", mode: "written", commandId: checkInId, coupleId: "theirs" }),
    answers: ownOnly("invalid"),
  },
  "app/(couple)/us/invite/actions.ts#createInvitation": {
    input: ({ coupleId }) => ({ coupleId }),
    answers: ownOnly("invalid"),
  },
  "app/(couple)/us/invite/actions.ts#revokeInvitation": { input: named, answers: ownOnly("notFound") },
  "app/(couple)/us/invite/actions.ts#rejectClaim": {
    input: ({ invitationId, personId }) => ({ invitationId, claimantId: personId }),
    answers: ownOnly("notFound"),
  },
  "app/(couple)/us/invite/actions.ts#confirmClaim": {
    input: ({ invitationId, personId }) => ({ invitationId, claimantId: personId, sealedKey: somethingSealed }),
    answers: ownOnly("invalid"),
  },
  "app/(couple)/you/actions.ts#changeName": { input: () => ({ name: "" }), answers: ownOnly("invalid") },
  "app/(couple)/you/actions.ts#endDevice": { input: ({ sessionId }) => ({ sessionId }), answers: ownOnly("notFound") },
  "app/(couple)/you/actions.ts#signOutHere": { input: () => "not mine", answers: ownOnly("invalid") },
  "app/(couple)/you/actions.ts#signOutEverywhere": { input: () => "not mine", answers: ownOnly("invalid") },
  "app/(couple)/you/unlink/actions.ts#unlink": {
    input: ({ coupleId }) => ({ coupleId, leavesWords: false }),
    answers: ownOnly("alreadyUnlinked"),
  },
  "app/(couple)/you/unlinked/actions.ts#leaveWords": {
    input: ({ coupleId }) => ({ coupleId, leavesWords: true }),
    answers: ownOnly("over"),
  },
  "app/(couple)/actions.ts#takeBack": {
    input: ({ coupleId, checkInId }) => ({ coupleId, checkInId, commandId: null }),
    answers: ownOnly("notFound"),
  },
  "app/(couple)/actions.ts#sayKeepsakeYes": {
    input: ({ checkInId }) => ({ checkInId, yes: true }),
    answers: { ...ownOnly("notFound"), stranger: "notLinked", ex: "notLinked" },
  },
  "app/(couple)/read/keepsake/actions.ts#nextBookPage": {
    input: ({ coupleId }) => ({ coupleId, after: null }),
    answers: ownOnly("notFound"),
  },
  "app/(couple)/you/delete/actions.ts#deleteAccount": {
    input: () => ({ authKey: "", leavesWords: false }),
    answers: ownOnly("invalid"),
  },
  "app/(couple)/you/export/actions.ts#nextRecords": {
    input: ({ coupleId }) => ({ coupleId, after: null }),
    answers: ownOnly("notFound"),
  },
  "app/(couple)/you/import/actions.ts#beginArchive": { input: () => ({ parts: 0 }), answers: ownOnly("invalid") },
  "app/(couple)/you/import/actions.ts#addArchiveParts": {
    input: ({ coupleId }) => ({ archiveId: coupleId, first: 0, words: [{ v: 1, n: "AAAAAAAAAAAAAAAA", c: "AA" }] }),
    answers: ownOnly("notFound"),
  },
  "app/(couple)/you/import/actions.ts#readArchiveParts": {
    input: ({ coupleId }) => ({ archiveId: coupleId, first: 0 }),
    answers: ownOnly("notFound"),
  },
  "app/(couple)/you/import/actions.ts#removeArchive": {
    input: ({ coupleId }) => ({ archiveId: coupleId }),
    answers: ownOnly("notFound"),
  },
  "app/(couple)/you/keeping/actions.ts#shortenKeeping": { input: () => ({ days: 0 }), answers: ownOnly("invalid") },
  "app/(couple)/you/keeping/actions.ts#askToKeepLonger": { input: () => ({ days: 0 }), answers: ownOnly("invalid") },
  "app/(couple)/you/keeping/actions.ts#answerKeepLonger": {
    input: () => ({ days: 0, yes: true }),
    answers: ownOnly("invalid"),
  },
  "app/(couple)/you/keeping/actions.ts#stopAskingToKeep": {
    input: () => ({ theirs: true }),
    answers: ownOnly("invalid"),
  },
  "app/join/actions.ts#findByCode": { input: () => ({ code: "ZZZZZZZZ" }), answers: ownOnly("notFound") },
  "app/join/actions.ts#claim": { input: named, answers: ownOnly("notFound"), forBearers: true },
  "app/join/actions.ts#withdrawClaim": { input: named, answers: ownOnly("notFound") },
  "app/join/actions.ts#accept": {
    input: (ids) => ({ ...named(ids), proof: "x", sealedCoupleKey: somethingSealed }),
    answers: ownOnly("invalid"),
  },
  "app/join/actions.ts#decline": {
    input: (ids) => ({ ...named(ids), proof: null }),
    answers: everyone("notFound"),
    forBearers: true,
  },
};

const seatOnly = (partner: string): Row => ({
  ...everyone("notAParticipant"),
  ...{ signedOut: "signedOut", revoked: "signedOut", partner },
});
type EventRow = { payload: (checkInId: string) => unknown; answers: Row };
const socketEvents: Record<string, EventRow> = {
  "room:join": { payload: (checkInId) => ({ checkInId }), answers: seatOnly("ok") },
  "room:leave": { payload: (checkInId) => ({ checkInId }), answers: seatOnly("notAParticipant") },
  "room:command": {
    payload: (checkInId) => ({ checkInId, commandId: randomUUID(), forStep: 0, command: { type: "stay" } }),
    answers: seatOnly("notYourTurn"),
  },
};

test("every door has a row in the table, and the table no other", () => {
  expect(Object.keys(pages).sort()).toEqual(listPages().sort());
  expect(Object.keys(routes).sort()).toEqual(listRoutes().sort());
  expect(Object.keys(actions).sort()).toEqual(listActions().sort());
  expect(Object.keys(socketEvents).sort()).toEqual(listSocketEvents().sort());
});

test("every page answers each visitor by the table, and the same for what exists and what does not", async ({
  browser,
  server,
}) => {
  const town = await townOf(browser, server);
  for (const [page, row] of Object.entries(pages)) {
    for (const visitor of visitors) {
      const { request, theirs } = town[visitor];
      const answers = [theirs, nothing].map(async (ids) => {
        const id = page.startsWith("/read") ? ids.endedId : page.startsWith("/join") ? ids.invitationId : ids.checkInId;
        const address = page.replace("[coupleId]", ids.coupleId).replace(/\[\w+\]/, id);
        const response = await request.get(address, { maxRedirects: 0 });
        const body = sameBytes(response, (await response.text()).replaceAll(ids.coupleId, "ID"), id);
        return { short: shortOf(response).replaceAll(ids.coupleId, "ID").replaceAll(id, "ID"), body };
      });
      const [existing, missing] = await Promise.all(answers);
      expect(`${page} ${visitor}: ${existing?.short}`).toBe(`${page} ${visitor}: ${row[visitor]}`);
      // To whom it is not closed, what exists and what does not are not the same.
      const isOpen = visitor === "partner" || (visitor === "ex" && row.ex !== "404");
      if (!/\[(?:id|coupleId)\]/.test(page) || isOpen) continue;
      expect(`${page} ${visitor}: ${missing?.short}`).toBe(`${page} ${visitor}: ${row[visitor]}`);
      expect(missing?.body, `${page} for ${visitor}`).toBe(existing?.body);
    }
  }
});

test("every route answers each visitor by the table", async ({ browser, server }) => {
  const town = await townOf(browser, server);
  for (const [route, row] of Object.entries(routes)) {
    const [method = "GET", address = ""] = route.split(" ");
    for (const visitor of visitors) {
      const response = await town[visitor].request.fetch(address.replace("[...nextauth]", "session"), {
        method,
        ...(method === "POST" && { data: {} }),
      });
      const refusal = /"refusal":"(\w+)"/.exec(await response.text())?.[1];
      expect(`${route} ${visitor}: ${refusal ?? response.status()}`).toBe(`${route} ${visitor}: ${row[visitor]}`);
    }
  }
});

test("every action answers each visitor by the table, and the same for what exists and what does not", async ({
  browser,
  server,
}) => {
  const town = await townOf(browser, server);
  for (const [action, { input, answers, forBearers }] of Object.entries(actions)) {
    const { id, address } = findAction(action);
    for (const visitor of visitors) {
      const { request, foreign } = town[visitor];
      const asked = [forBearers ? nothing : foreign, nothing].map(async (ids) => {
        const response = await request.post(address, {
          headers: { "next-action": id, "content-type": "text/plain;charset=UTF-8" },
          data: JSON.stringify([input(ids) ?? "$undefined"]),
        });
        expect(response.status(), `${action} for ${visitor}`).toBe(200);
        return answerOf(await response.text());
      });
      const [existing, missing] = await Promise.all(asked);
      expect(`${action} ${visitor}: ${existing}`).toBe(`${action} ${visitor}: ${answers[visitor]}`);
      expect(`${action} ${visitor}: ${missing}`).toBe(`${action} ${visitor}: ${answers[visitor]}`);
    }
  }
  const [row] = await queryDatabase(
    server,
    `SELECT count(*)::int AS left FROM "Invitation" WHERE "id" = $1 AND "openInviterId" IS NOT NULL AND "claimantId" IS NULL`,
    [town.partner.foreign.invitationId],
  );
  expect(row, "the invitation is as it was").toEqual({ left: 1 });
});

test("every socket event answers each visitor by the table, and the same for what exists and what does not", async ({
  browser,
  server,
}) => {
  const town = await townOf(browser, server);
  for (const [event, { payload, answers }] of Object.entries(socketEvents)) {
    for (const visitor of visitors) {
      const { request, theirs } = town[visitor];
      const asked = [theirs, nothing].map(({ checkInId }) => askSocket(server, request, event, payload(checkInId)));
      const [existing, missing] = await Promise.all(asked);
      expect(`${event} ${visitor}: ${existing}`).toBe(`${event} ${visitor}: ${answers[visitor]}`);
      if (visitor !== "partner") expect(`${event} ${visitor}: ${missing}`).toBe(`${event} ${visitor}: ${existing}`);
    }
  }
});

type Theirs = Ids & { endedId: string };
const nothing: Theirs = {
  ...{ checkInId: randomUUID(), endedId: randomUUID(), coupleId: randomUUID(), sessionId: randomUUID() },
  ...{ invitationId: randomUUID(), personId: randomUUID() },
};

let built: ReturnType<typeof makeTown> | null = null;
/** Built once for all of these stories: none of them changes anything. */
const townOf = (browser: Browser, server: HeardServer): ReturnType<typeof makeTown> => {
  built ??= makeTown(browser, server);
  return built;
};

/** One visitor of each kind, and what they would like to see. */
async function makeTown(browser: Browser, server: HeardServer) {
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
  const one = (request: APIRequestContext, wanted = theirs, foreign = theirs) => ({ request, theirs: wanted, foreign });
  return {
    signedOut: one((await enter()).request),
    revoked: one(couple.sam.page.request),
    stranger: one(lee.request),
    ex: one(former.mara.page.request, formers),
    other: one(other.mara.page.request),
    partner: one(couple.mara.page.request, theirs, others),
  };
}

/** A check-in that has ended and one that runs, and an invitation of somebody else's. */
async function furnish(server: HeardServer, coupleId: string): Promise<Theirs> {
  const endedId = await openCheckIn(server, coupleId);
  await queryDatabase(
    server,
    `WITH ended AS (UPDATE "CheckIn" SET "status" = 'endedEarly', "endedAt" = now(), "activeCoupleId" = NULL WHERE "id" = $2)
     INSERT INTO "CheckInEvent" ("coupleId", "checkInId", "seq", "type", "payload", "seat", "commandId", "at")
     VALUES ($1, $2, 2, 'endedKindly', '{"words":null}', 'A', $3, now())`,
    [coupleId, endedId, randomUUID()],
  );
  const checkInId = await openCheckIn(server, coupleId);
  const [invitation] = await queryDatabase(
    server,
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
  const [session] = await queryDatabase(
    server,
    `SELECT s."id" FROM "AuthSession" s JOIN "Partner" p USING ("personId") WHERE p."coupleId" = $1 AND p."seat" = 'A'`,
    [coupleId],
  );
  return {
    ...{ checkInId, endedId, coupleId, sessionId: String(session?.id) },
    ...{ invitationId: String(invitation?.id), personId: String(invitation?.inviterId) },
  };
}

const shortOf = (response: APIResponse): string => {
  const { location } = response.headers();
  if (response.status() !== 307 || location === undefined) return String(response.status());
  return `→ ${new URL(location, "http://here.invalid").pathname}`;
};

/** Without what is made for each answer alone, and without the id that was asked for. */
function sameBytes(response: APIResponse, body: string, id: string): string {
  const { "content-security-policy": policy = "", "x-request-id": requestId = "" } = response.headers();
  const [, nonce = ""] = /'nonce-([^']+)'/.exec(policy) ?? [];
  expect([nonce, requestId]).not.toContain("");
  return body.replaceAll(nonce, "NONCE").replaceAll(requestId, "REQUEST").replaceAll(id, "ID");
}

/** The named refusal in an action's answer, or what it resolved to. */
const answerOf = (flight: string): string => {
  const refusal = /"refusal":"(\w+)"/.exec(flight)?.[1];
  if (refusal !== undefined) return refusal;
  return /"ok":true/.test(flight) ? "ok" : (/^1:(.*)$/m.exec(flight)?.[1] ?? flight);
};

/** One event by a socket of its own, or why the handshake was refused. */
async function askSocket(
  { url }: HeardServer,
  request: APIRequestContext,
  event: string,
  payload: unknown,
): Promise<string> {
  const { cookies } = await request.storageState();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const extraHeaders = { origin: url, ...(cookie && { cookie }) };
  const socket = io(url, {
    auth: { protocol: protocolVersion },
    transports: ["websocket"],
    extraHeaders,
    forceNew: true,
  });
  try {
    return await new Promise<string>((resolve, reject) => {
      socket.on("connect_error", ({ message }) => resolve(message));
      socket.on("connect", () => {
        socket
          .timeout(10_000)
          .emitWithAck(event, payload)
          .then((answer) => resolve(answer.ok ? "ok" : answer.refusal), reject);
      });
    });
  } finally {
    socket.disconnect();
  }
}
