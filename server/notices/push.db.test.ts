import { createDecipheriv, createECDH, createPublicKey, type ECDH, hkdfSync, randomBytes, verify } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import webpush from "web-push";
import { addCouple } from "@/server/couples/test-people";
import { prisma } from "@/server/database/client";
import { openTestDatabase } from "@/server/database/test-database";
import { pushSubscriptionSchema, subscribePush, unsubscribePush, vapidPublicKey } from "@/server/notices/push";
import { inTransaction } from "@/server/notices/repository";
import { sendNotice } from "@/server/notices/send";
import { enqueueNotices } from "@/server/notices/service";
import { addPlanned } from "@/server/notices/test-kit";

openTestDatabase();

type Caught = { headers: IncomingMessage["headers"]; url: string; body: Buffer };
type Device = { endpoint: string; keys: { p256dh: string; auth: string }; ecdh: ECDH; authSecret: Buffer };

let service: Server;
let caught: Caught[] = [];
let status = 201;
let couple: Awaited<ReturnType<typeof addCouple>>;
let sessionId = "";

beforeAll(async () => {
  const { publicKey, privateKey } = webpush.generateVAPIDKeys();
  vi.stubEnv("NEXTAUTH_SECRET", "a secret of this test alone, long enough");
  vi.stubEnv("NEXTAUTH_URL", "https://heard.example");
  vi.stubEnv("VAPID_PUBLIC_KEY", publicKey);
  vi.stubEnv("VAPID_PRIVATE_KEY", privateKey);
  service = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      caught.push({ headers: request.headers, url: request.url ?? "", body: Buffer.concat(chunks) });
      response.writeHead(status, status === 307 ? { location: "/elsewhere" } : {}).end();
    });
  }).listen(0, "127.0.0.1");
  await once(service, "listening");
});
beforeEach(async () => {
  couple = await addCouple();
  const { personId } = couple.mara;
  await prisma().noticeSettings.create({ data: { personId, mail: false, quietFrom: null, quietUntil: null } });
  const expiresAt = new Date(Date.now() + 3_600_000);
  sessionId = (await prisma().authSession.create({ data: { personId, device: "a phone", expiresAt } })).id;
});
afterEach(() => {
  caught = [];
  status = 201;
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await new Promise((closed) => service.close(closed));
});

/** As a browser would make it; the private half stays here. */
function makeDevice(name: string): Device {
  const address = service.address();
  const port = typeof address === "object" ? address?.port : 0;
  const ecdh = createECDH("prime256v1");
  const authSecret = randomBytes(16);
  const keys = { p256dh: ecdh.generateKeys("base64url"), auth: authSecret.toString("base64url") };
  return { endpoint: `http://127.0.0.1:${port}/push/${name}`, keys, ecdh, authSecret };
}

const subscribe = ({ endpoint, keys }: Device) =>
  subscribePush({ personId: couple.mara.personId, sessionId }, { endpoint, keys });

/** RFC 8291 and RFC 8188 by node's own crypto: what the browser does when a message arrives. */
function open({ ecdh, authSecret }: Device, body: Buffer): unknown {
  const salt = body.subarray(0, 16);
  const keyLength = body.readUInt8(20);
  const theirs = body.subarray(21, 21 + keyLength);
  const sealed = body.subarray(21 + keyLength);
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), ecdh.getPublicKey(), theirs]);
  const ikm = Buffer.from(hkdfSync("sha256", ecdh.computeSecret(theirs), authSecret, info, 32));
  const key = Buffer.from(hkdfSync("sha256", ikm, salt, "Content-Encoding: aes128gcm\0", 16));
  const nonce = Buffer.from(hkdfSync("sha256", ikm, salt, "Content-Encoding: nonce\0", 12));
  const decipher = createDecipheriv("aes-128-gcm", key, nonce);
  decipher.setAuthTag(sealed.subarray(-16));
  const padded = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  // The last record ends with 2 and then zeros.
  return JSON.parse(padded.subarray(0, padded.lastIndexOf(2)).toString("utf8"));
}

async function remind(): Promise<{ id: string; status: string }> {
  const [{ coupleId, personId }] = couple.seats;
  await prisma().person.update({ where: { id: personId }, data: { zone: "Europe/Berlin" } });
  const startsAt = new Date("2027-11-07T18:30:00Z");
  const planned = await addPlanned(coupleId, startsAt);
  const subject = `reminder/${planned.id}/0`;
  const detail = { plannedId: planned.plannedId, startsAt: startsAt.getTime() };
  await inTransaction((tx) =>
    enqueueNotices(tx, [{ personId, coupleId, kind: "reminder", subject, dueAt: new Date(), detail }]),
  );
  const { id } = await prisma().notice.findFirstOrThrow({ where: { personId, subject } });
  await sendNotice(id);
  return prisma().notice.findUniqueOrThrow({ where: { id } });
}

test("a push arrives encrypted for the device, and inside it is a time at most", async () => {
  const device = makeDevice("phone");
  expect(await subscribe(device)).toEqual({ ok: true, value: null });
  expect((await remind()).status).toBe("sent");
  const [push, ...more] = caught;
  expect(more).toHaveLength(0);
  expect(push?.body.includes("something")).toBe(false);
  expect(open(device, push?.body ?? Buffer.alloc(0))).toEqual({ text: "You have something at 19:30", path: "/plan" });
  expect(push?.headers).toMatchObject({ "content-encoding": "aes128gcm", urgency: "high" });
  expect(Number(push?.headers.ttl)).toBeGreaterThan(0);
  expect(push?.headers.topic).toMatch(/^[A-Za-z0-9_-]{32}$/);
});

test("the push service can tell that it is this installation, by a signature that its browser knows the key of", async () => {
  await subscribe(makeDevice("phone"));
  await remind();
  const [, token = "", key = ""] = /^vapid t=([^,]+), k=(.+)$/.exec(caught[0]?.headers.authorization ?? "") ?? [];
  expect(key).toBe(vapidPublicKey());
  const [head, claims, signature] = token.split(".");
  const point = Buffer.from(key, "base64url");
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString("base64url"));
  const jwk = createPublicKey({ key: { kty: "EC", crv: "P-256", x, y }, format: "jwk" });
  const signed = { key: jwk, dsaEncoding: "ieee-p1363" } as const;
  expect(verify("sha256", Buffer.from(`${head}.${claims}`), signed, Buffer.from(signature ?? "", "base64url"))).toBe(
    true,
  );
});

test("one notice to all devices of a person; one that its service has forgotten is forgotten here too", async () => {
  await subscribe(makeDevice("phone"));
  await subscribe(makeDevice("tablet"));
  await remind();
  expect(caught.map(({ url }) => url).sort()).toEqual(["/push/phone", "/push/tablet"]);
  status = 410;
  expect((await remind()).status).toBe("dropped");
  expect(await prisma().pushSubscription.count({ where: { personId: couple.mara.personId } })).toBe(0);
});

test("a device whose sign-in was ended gets nothing, and neither does one that was unsubscribed", async () => {
  const device = makeDevice("phone");
  await subscribe(device);
  await prisma().authSession.update({ where: { id: sessionId }, data: { revokedAt: new Date() } });
  expect((await remind()).status).toBe("dropped");
  await prisma().authSession.update({ where: { id: sessionId }, data: { revokedAt: null } });
  await unsubscribePush({ personId: couple.mara.personId }, device.endpoint);
  expect((await remind()).status).toBe("dropped");
  expect(caught).toHaveLength(0);
});

test("a busy service is asked again later, one that refuses is not, and nobody follows where it points", async () => {
  await subscribe(makeDevice("phone"));
  status = 503;
  expect((await remind()).status).toBe("waiting");
  status = 400;
  expect((await remind()).status).toBe("undeliverable");
  status = 307;
  expect((await remind()).status).toBe("undeliverable");
  expect(caught.map(({ url }) => url)).not.toContain("/elsewhere");
});

test("in production this machine itself is nobody's push service, and nothing private ever is", async () => {
  const { keys } = makeDevice("phone");
  const refusedWhere = async (endpoint: string) =>
    (await subscribePush({ personId: couple.mara.personId, sessionId }, { endpoint, keys })).ok === false;
  for (const endpoint of [
    "http://push.example/x",
    "https://10.0.0.7/x",
    "https://169.254.169.254/latest",
    "https://[fd00::1]/x",
    "https://[::ffff:10.0.0.1]/x",
    "https://me:secret@push.example/x",
    "https://intranet/x",
    "ftp://push.example/x",
  ]) {
    expect([endpoint, await refusedWhere(endpoint)]).toEqual([endpoint, true]);
  }
  vi.stubEnv("NODE_ENV", "production");
  expect(await refusedWhere("https://127.0.0.1/x")).toBe(true);
  expect(await refusedWhere("https://localhost/x")).toBe(true);
  expect(await refusedWhere("https://0x7f000001./x")).toBe(true);
  expect(await refusedWhere("https://push.example/x")).toBe(false);
  vi.stubEnv("NODE_ENV", "test");
});

test("somebody else on the same browser takes its subscription over", async () => {
  const device = makeDevice("shared");
  await subscribe(device);
  const other = couple.sam.personId;
  const expiresAt = new Date(Date.now() + 3_600_000);
  const theirs = await prisma().authSession.create({ data: { personId: other, device: "a phone", expiresAt } });
  await subscribePush({ personId: other, sessionId: theirs.id }, { endpoint: device.endpoint, keys: device.keys });
  await remind();
  expect(caught).toHaveLength(0);
});

test("an address with anything in it that a browser never writes is none", () => {
  const { endpoint, keys } = makeDevice("one");
  for (const added of ["\0", " ", "\r\nX: y", "\u202e"]) {
    expect(pushSubscriptionSchema.safeParse({ endpoint: `${endpoint}/${added}x`, keys }).success).toBe(false);
  }
  expect(pushSubscriptionSchema.safeParse({ endpoint, keys }).success).toBe(true);
});
