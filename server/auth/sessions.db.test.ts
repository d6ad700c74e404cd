import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { encode } from "next-auth/jwt";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type PersonId, personIdSchema } from "@/lib/ids";
import { type Actor, actorOfRequest, actorOfToken, findActor } from "@/server/auth/actor";
import { signUpSchema } from "@/server/auth/schemas";
import { signUp } from "@/server/auth/service";
import { cookieName } from "@/server/auth/session-token";
import { endDevice, listDevices, replaceSession, signOutEverywhere } from "@/server/auth/sessions";
import { makeAccount } from "@/server/auth/test-kit";
import { prisma } from "@/server/database/client";
import { openTestDatabase } from "@/server/database/test-database";
import { subscribe } from "@/server/publish";
import { secret } from "@/server/secrets";

openTestDatabase();

const firefox = "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0";
const day = 24 * 60 * 60 * 1000;
let mara: PersonId;
let sam: PersonId;

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET = "a secret of at least thirty-two characters";
  mara = await join("mara@example.org", "Mara");
  sam = await join("sam@example.org", "Sam");
});

async function join(email: string, name: string) {
  const answer = await signUp(signUpSchema.parse(await makeAccount({ email, name })), "203.0.113.1");
  if (!answer.ok) throw new Error(answer.refusal);
  return answer.value.personId;
}

async function signInAs(personId: PersonId): Promise<Actor> {
  const actor = await findActor(await replaceSession(null, personId, firefox));
  if (actor === null) throw new Error("not signed in");
  return actor;
}

let ended: string[] = [];
let stop = () => undefined as unknown;
beforeEach(() => {
  ended = [];
  stop = subscribe((happening) => {
    if (happening.type === "sessionsEnded") ended.push(...happening.sessionIds);
  });
});
afterEach(async () => {
  stop();
  await prisma().authSession.deleteMany();
});

const tokenFor = (claims: Record<string, unknown>) => encode({ token: claims, secret: secret() });

describe("a signed-in device", () => {
  it("acts as its person, found by the cookie and by a raw request alike", async () => {
    const { sessionId } = await signInAs(mara);
    const token = await tokenFor({ sid: sessionId });
    const request = new IncomingMessage(new Socket());
    request.headers.cookie = `other=1; ${cookieName("session")}=${token}`;
    const actor = { personId: mara, sessionId, name: "Mara", email: "mara@example.org" };
    expect(await actorOfToken(token)).toEqual(actor);
    expect(await actorOfRequest(request)).toEqual(actor);
  });

  it.each([
    ["nothing", undefined],
    ["rubbish", "rubbish"],
    ["far too much", "a".repeat(100_000)],
  ])("is nobody with %s for a cookie", async (_, token) => {
    expect(await actorOfToken(token)).toBeNull();
  });

  it("is nobody with a token of another secret, of no session, or of something that is no id", async () => {
    const { sessionId } = await signInAs(mara);
    const foreign = await encode({ token: { sid: sessionId }, secret: "another secret, thirty-two characters long" });
    expect(await actorOfToken(foreign)).toBeNull();
    expect(await actorOfToken(await tokenFor({ sid: mara }))).toBeNull();
    expect(await actorOfToken(await tokenFor({ sid: "1 OR 1=1" }))).toBeNull();
    expect(await actorOfToken(await tokenFor({ sub: mara }))).toBeNull();
  });

  it("is refused from the moment it is ended, and its open pages are told", async () => {
    const phone = await signInAs(mara);
    const laptop = await signInAs(mara);
    expect(await endDevice(laptop, phone.sessionId)).toEqual({ ok: true, value: null });
    expect(await findActor(phone.sessionId)).toBeNull();
    expect(ended).toEqual([phone.sessionId]);
    expect(await findActor(laptop.sessionId)).not.toBeNull();
  });

  it("cannot be ended twice, nor by somebody else, and both are told the same", async () => {
    const phone = await signInAs(mara);
    const stranger = await signInAs(sam);
    expect(await endDevice(stranger, phone.sessionId)).toEqual({ ok: false, refusal: "notFound" });
    expect(await findActor(phone.sessionId)).not.toBeNull();
    await endDevice(phone, phone.sessionId);
    expect(await endDevice(phone, phone.sessionId)).toEqual({ ok: false, refusal: "notFound" });
    expect(ended).toEqual([phone.sessionId]);
  });

  it("goes with all the others when its person signs out everywhere, and nobody else's does", async () => {
    const devices = [await signInAs(mara), await signInAs(mara), await signInAs(mara)];
    const other = await signInAs(sam);
    await signOutEverywhere(devices[0] ?? other);
    for (const { sessionId } of devices) expect(await findActor(sessionId)).toBeNull();
    expect([...ended].sort()).toEqual(devices.map(({ sessionId }) => sessionId).sort());
    expect(await findActor(other.sessionId)).not.toBeNull();
  });

  it("takes the place of the one whose cookie the browser still held", async () => {
    const before = await signInAs(sam);
    const id = await replaceSession(before.sessionId, mara, firefox);
    expect(await findActor(before.sessionId)).toBeNull();
    expect(await findActor(id)).not.toBeNull();
    expect(ended).toEqual([before.sessionId]);
  });

  it("is listed by a name that its person knows, and without anybody else's", async () => {
    await signInAs(sam);
    const phone = await signInAs(mara);
    const here = await signInAs(mara);
    await endDevice(here, phone.sessionId);
    expect(await listDevices(here)).toEqual([
      {
        sessionId: here.sessionId,
        browser: "Firefox",
        system: "Android",
        createdAt: expect.any(String),
        lastSeenAt: expect.any(String),
        thisOne: true,
      },
    ]);
  });
});

describe("time", () => {
  const seen = (sessionId: string) => prisma().authSession.findUniqueOrThrow({ where: { id: sessionId } });
  const setBack = (id: string, data: { lastSeenAt?: Date; expiresAt?: Date; revokedAt?: Date }) =>
    prisma().authSession.update({ where: { id }, data });

  it("signs a device out that was not used for thirty days", async () => {
    const { sessionId } = await signInAs(mara);
    await setBack(sessionId, { expiresAt: new Date(Date.now() - 1) });
    expect(await findActor(sessionId)).toBeNull();
  });

  it("starts anew with each use, and is written down no oftener than every five minutes", async () => {
    const { sessionId } = await signInAs(mara);
    const soon = new Date(Date.now() - 4 * 60 * 1000);
    await setBack(sessionId, { lastSeenAt: soon });
    await findActor(sessionId);
    expect((await seen(sessionId)).lastSeenAt).toEqual(soon);

    await setBack(sessionId, {
      lastSeenAt: new Date(Date.now() - 6 * 60 * 1000),
      expiresAt: new Date(Date.now() + day),
    });
    await findActor(sessionId);
    const after = await seen(sessionId);
    expect(Date.now() - after.lastSeenAt.getTime()).toBeLessThan(60 * 1000);
    expect(after.expiresAt.getTime() - Date.now()).toBeGreaterThan(29 * day);
  });

  it("clears sessions away that ended long ago, and keeps those that ended lately", async () => {
    const old = await signInAs(mara);
    const late = await signInAs(mara);
    await setBack(old.sessionId, { revokedAt: new Date(Date.now() - 31 * day) });
    await setBack(late.sessionId, { revokedAt: new Date() });
    await signInAs(mara);
    const left = await prisma().authSession.findMany({ where: { personId: personIdSchema.parse(mara) } });
    expect(left.map(({ id }) => id)).not.toContain(old.sessionId);
    expect(left.map(({ id }) => id)).toContain(late.sessionId);
  });
});
