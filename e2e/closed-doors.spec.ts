import { randomUUID } from "node:crypto";
import type { APIResponse, Browser } from "@playwright/test";
import { queryDatabase } from "./database";
import { listActions, listBuiltActions, listPages, listRoutes, listSocketEvents } from "./doors";
import { nobodysSealedKey, sealedWords } from "./doors/action-row";
import { actions } from "./doors/actions";
import { askAction, fromSomewhere } from "./doors/ask-action";
import { askSocket } from "./doors/ask-socket";
import { pages } from "./doors/pages";
import { routes } from "./doors/routes";
import { socketEvents } from "./doors/socket-events";
import { makeTown, nothing } from "./doors/town";
import { type Ids, visitors } from "./doors/visitors";
import { expect, test } from "./fixtures";
import type { HeardServer } from "./start-server";

test("every door has a row in the table, and the table no other", () => {
  expect(Object.keys(pages).sort()).toEqual(listPages().sort());
  expect(Object.keys(routes).sort()).toEqual(listRoutes().sort());
  expect(Object.keys(actions).sort()).toEqual(listActions().sort());
  expect(Object.keys(socketEvents).sort()).toEqual(listSocketEvents().sort());
  // What is built and can be asked for is what the source's list has found.
  expect(listActions()).toEqual(expect.arrayContaining(listBuiltActions()));
});

test("every page answers each visitor by the table, and the same for what exists and what does not", async ({
  browser,
  server,
}) => {
  test.slow();
  const town = await townOf(browser, server);
  for (const [page, row] of Object.entries(pages)) {
    for (const visitor of visitors) {
      const { request, theirs } = town[visitor];
      const answers = [theirs, nothing].map(async (ids) => {
        const id = ids[idOn(page)];
        const address = page.replace("[coupleId]", ids.coupleId).replace(/\[\w+\]/, id);
        const response = await request.get(address, { maxRedirects: 0 });
        const body = sameBytes(response, (await response.text()).replaceAll(ids.coupleId, "ID"), id);
        return { short: shortOf(response).replaceAll(ids.coupleId, "ID").replaceAll(id, "ID"), body };
      });
      const [existing, missing] = await Promise.all(answers);
      expect(`${page} ${visitor}: ${existing?.short}`).toBe(`${page} ${visitor}: ${row[visitor]}`);
      // To whom it is open, what exists and what does not are not the same.
      const isOpen = visitor === "partner" || visitor === "ex" ? row[visitor] !== "404" : false;
      if (!/\[(?:id|coupleId)\]/.test(page) || isOpen) continue;
      expect(`${page} ${visitor}: ${missing?.short}`).toBe(`${page} ${visitor}: ${row[visitor]}`);
      expect(missing?.body, `${page} for ${visitor}`).toBe(existing?.body);
    }
  }
});

test("every route answers each visitor by the table, and the same for what exists and what does not", async ({
  browser,
  server,
}) => {
  const town = await townOf(browser, server);
  const before = await readEverything(server);
  for (const [route, { path, body, answers, bearer }] of Object.entries(routes)) {
    const [method = "GET", address = ""] = route.split(" ");
    for (const visitor of visitors) {
      const { request, theirs, foreign } = town[visitor];
      const asked = [theirs, nothing].map(async (ids) => {
        const response = await request.fetch(path?.(ids) ?? address, {
          method,
          headers: fromSomewhere(),
          maxRedirects: 0,
          ...(method === "POST" && { data: body?.(ids) ?? {} }),
        });
        const text = await response.text();
        const refusal = /"refusal":"(\w+)"/.exec(text)?.[1];
        if (visitor !== "partner" && !bearer) for (const id of Object.values(foreign)) expect(text).not.toContain(id);
        return refusal ?? shortOf(response).replace(ids.personId, "ID").replace(/A{43}/, "SIGNATURE");
      });
      const [existing, missing] = await Promise.all(asked);
      expect(`${route} ${visitor}: ${existing}`).toBe(`${route} ${visitor}: ${bearer ?? answers[visitor]}`);
      if (answers[visitor] === "200" && path) continue;
      expect(`${route} ${visitor}: ${missing}`).toBe(`${route} ${visitor}: ${answers[visitor]}`);
    }
  }
  expect(await readEverything(server), "nothing is other than it was").toEqual(before);
});

test("every action answers each visitor by the table, and the same for what exists and what does not", async ({
  browser,
  server,
}) => {
  test.slow();
  const town = await townOf(browser, server);
  const before = await readEverything(server);
  for (const [action, { input, answers, forBearers, former }] of Object.entries(actions)) {
    for (const visitor of visitors) {
      const { request, foreign, theirs } = town[visitor];
      const ask = async (ids: Ids) => `${action} ${visitor}: ${await askAction(request, action, input(ids))}`;
      const expected = `${action} ${visitor}: ${answers[visitor]}`;
      expect(await ask(nothing)).toBe(expected);
      if (input.length === 0 || forBearers) continue;
      expect(await ask(foreign)).toBe(expected);
      // What was theirs is closed to them like what never was, but for reading it and taking words along or back.
      if (visitor === "ex") expect(await ask(theirs)).toBe(`${action} ex: ${former ?? answers.ex}`);
    }
  }
  expect(await readEverything(server), "nothing is other than it was").toEqual(before);
});

test("an id that another couple's row has already is no way to that row", async ({ browser, server }) => {
  const { partner } = await townOf(browser, server);
  const { foreign, theirs, request } = partner;
  const before = await readEverything(server);
  const planned = actions["app/(couple)/plan/actions.ts#propose"]?.input(nothing);
  const asked: [string, unknown, string][] = [
    ["app/(couple)/plan/actions.ts#propose", { ...Object(planned), proposalId: foreign.proposalId }, "noLongerOpen"],
    [
      "app/(couple)/read/[id]/actions.ts#addNote",
      { checkInId: theirs.endedId, noteId: foreign.noteId, page: "0-warm", words: sealedWords },
      "notYours",
    ],
    [
      "app/(couple)/you/import/actions.ts#beginArchive",
      { archiveId: foreign.archiveId, sealedKey: nobodysSealedKey, parts: 1 },
      "notFound",
    ],
    ["app/(couple)/read/actions.ts#removeNote", { checkInId: theirs.endedId, noteId: foreign.noteId }, "ok"],
    [
      "app/(couple)/read/[id]/actions.ts#answerCaption",
      { checkInId: theirs.endedId, offerId: foreign.captionId, yes: true },
      "offerChanged",
    ],
    [
      "app/(couple)/us/actions.ts#reviewAgreement",
      { agreementId: foreign.agreementId, answer: "kept", commandId: randomUUID() },
      "notFound",
    ],
  ];
  for (const [action, input, answer] of asked) {
    expect(`${action}: ${await askAction(request, action, input)}`).toBe(`${action}: ${answer}`);
  }
  expect(await readEverything(server), "nothing is other than it was").toEqual(before);
});

test("every socket event answers each visitor by the table, and the same for what exists and what does not", async ({
  browser,
  server,
}) => {
  const town = await townOf(browser, server);
  for (const [event, { payload, answers, first }] of Object.entries(socketEvents)) {
    for (const visitor of visitors) {
      const { request, theirs } = town[visitor];
      const asked = [theirs, nothing].map((ids) =>
        askSocket(server, request, [...(first?.(ids) ?? []), [event, payload(ids)]]),
      );
      const [existing, missing] = await Promise.all(asked);
      expect(`${event} ${visitor}: ${existing}`).toBe(`${event} ${visitor}: ${answers[visitor]}`);
      if (visitor !== "partner") expect(`${event} ${visitor}: ${missing}`).toBe(`${event} ${visitor}: ${existing}`);
    }
  }
});

/** What stands in an address, by where it leads. */
function idOn(page: string): keyof Ids {
  if (page.startsWith("/read")) return "endedId";
  if (page.startsWith("/join")) return "invitationId";
  if (page.startsWith("/you/import")) return "archiveId";
  return page.startsWith("/operator") ? "mailId" : "checkInId";
}

let built: ReturnType<typeof makeTown> | null = null;
/** Built once for all of these stories: none of them changes anything. */
const townOf = (browser: Browser, server: HeardServer): ReturnType<typeof makeTown> => {
  built ??= makeTown(browser, server);
  return built;
};

/** Every row there is, but when a sign-in was seen last and how often somebody tried. */
async function readEverything(server: HeardServer): Promise<Record<string, unknown>> {
  const tables = await queryDatabase(
    server,
    `SELECT "tablename" AS name FROM "pg_tables" WHERE "schemaname" = 'public' AND "tablename" <> 'rate_limit'`,
  );
  const rows = tables.map(async ({ name }) => {
    const all = await queryDatabase(
      server,
      `SELECT (to_jsonb(t) - 'lastSeenAt')::text AS row FROM "${name}" t ORDER BY 1`,
    );
    return [name, all.map(({ row }) => row)];
  });
  return Object.fromEntries(await Promise.all(rows));
}

const shortOf = (response: APIResponse): string => {
  const { location } = response.headers();
  if (![303, 307].includes(response.status()) || location === undefined) return String(response.status());
  return `→ ${new URL(location, "http://here.invalid").pathname}`;
};

/** Without what is made for each answer alone, and without the id that was asked for. */
function sameBytes(response: APIResponse, body: string, id: string): string {
  const { "content-security-policy": policy = "", "x-request-id": requestId = "" } = response.headers();
  const [, nonce = ""] = /'nonce-([^']+)'/.exec(policy) ?? [];
  expect([nonce, requestId]).not.toContain("");
  return body.replaceAll(nonce, "NONCE").replaceAll(requestId, "REQUEST").replaceAll(id, "ID");
}
