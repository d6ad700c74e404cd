import { createHash } from "node:crypto";
import webpush from "web-push";
import { z } from "zod";
import type { KnownNotice } from "@/lib/notices/notice";
import { pushWords } from "@/lib/notices/words";
import { ok, type Result, refuse } from "@/lib/result";
import type { Actor } from "@/server/auth/actor";
import { log } from "@/server/log";
import { mailRoute } from "@/server/mail/route";
import type { Handing, Outcome } from "@/server/mail/service";
import { isOpenEndpoint, type Posted, postOutside } from "@/server/notices/post-outside";
import * as repository from "@/server/notices/push-repository";
import { uselessFrom } from "@/server/notices/still-holds";
import { vapidKeys } from "@/server/notices/vapid";

/** In the letters that a browser writes an address in: a database takes no NUL, and no line breaks come from anybody honest. */
export const endpointSchema = z
  .url()
  .max(1_000)
  .regex(/^[!-~]+$/);

/** As browsers give it (`PushSubscription.toJSON()`). */
export const pushSubscriptionSchema = z.object({
  endpoint: endpointSchema,
  keys: z.object({
    /** An uncompressed P-256 point and 16 bytes, base64url (RFC 8291). */
    p256dh: z.string().regex(/^[A-Za-z0-9_-]{87}=?$/),
    auth: z.string().regex(/^[A-Za-z0-9_-]{22}(==)?$/),
  }),
});
export type PushSubscriptionInput = z.infer<typeof pushSubscriptionSchema>;

const mostDevices = 20;
// This machine itself is nobody's push service, except where a test plays one.
const allowLoopback = () => process.env.NODE_ENV !== "production";

/** What a browser subscribes with; null where push can't work. */
export const vapidPublicKey = (): string | null => vapidKeys()?.publicKey ?? null;

/** This device from now on; it ends with its sign-in. */
export async function subscribePush(
  actor: Pick<Actor, "personId" | "sessionId">,
  { endpoint, keys }: PushSubscriptionInput,
): Promise<Result<null, "invalid">> {
  if (!isOpenEndpoint(new URL(endpoint), allowLoopback())) return refuse("invalid");
  const { personId, sessionId } = actor;
  await repository.upsertSubscription({ personId, sessionId, endpoint, ...keys }, mostDevices);
  return ok(null);
}

/** Again changes nothing. */
export async function unsubscribePush(actor: Pick<Actor, "personId">, endpoint: string): Promise<void> {
  await repository.deleteSubscription(actor.personId, endpoint);
}

const day = 24 * 3_600;
const urgent: ReadonlySet<string> = new Set(["reminder", "lobbyOpen", "yourTurn", "breakOver"]);

/**
 * One notice to all devices of a person that are signed in: encrypted for each (RFC 8291), generic words inside all the same. A
 * device that its push service has forgotten is forgotten here too.
 *
 * @returns `nobody` when there is no device, or none is left
 */
export async function sendPush(
  notice: KnownNotice & { subject: string },
  reader: { id: string; zone: string },
  handing: Handing,
): Promise<Outcome | "nobody"> {
  const keys = vapidKeys();
  const devices = await repository.listLiveSubscriptions(reader.id, new Date());
  if (keys === null || devices.length === 0) return "nobody";
  const payload = JSON.stringify(pushWords(notice, reader));
  const until = uselessFrom(notice);
  const ttl = until === null ? day : Math.min(day, Math.max(60, Math.floor((until - Date.now()) / 1000)));
  const requests = devices.map(({ endpoint, p256dh, auth }) =>
    webpush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, payload, {
      TTL: ttl,
      urgency: urgent.has(notice.kind) ? "high" : "normal",
      topic: topicOf(notice.subject),
      contentEncoding: "aes128gcm",
      vapidDetails: { subject: `mailto:${mailRoute().from}`, ...keys },
    }),
  );
  if (!(await handing.stillOurs())) return "lost";
  handing.mark();
  const results = await Promise.all(
    requests.map(async ({ endpoint, method, headers, body }) => {
      const plain = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
      const posted = await postOutside({ endpoint, method, headers: plain, body }, { allowLoopback: allowLoopback() });
      const outcome = outcomeOf(posted);
      if (outcome === "gone") await repository.deleteEndpoint(endpoint);
      else if (outcome !== "sent") log.warn({ outcome, push: posted }, "a push service did not take a notice");
      return outcome;
    }),
  );
  // One that arrived is enough: trying again would tell that device twice.
  for (const outcome of ["sent", "unsure", "later", "refused"] as const) if (results.includes(outcome)) return outcome;
  return "nobody";
}

function outcomeOf(posted: Posted): Exclude<Outcome, "lost"> | "gone" {
  if (posted.kind === "unsure") return "unsure";
  if (posted.kind === "unreachable") return "later";
  if (posted.kind === "closed") return "gone";
  const { status } = posted;
  if (status >= 200 && status < 300) return "sent";
  if (status === 404 || status === 410) return "gone";
  return status === 429 || status >= 500 ? "later" : "refused";
}

/** A newer notice about the same thing takes the older one's place where it was not delivered yet. 32 characters that tell nothing. */
function topicOf(subject: string): string {
  const thing = subject.split("/").slice(0, 2).join("/");
  return createHash("sha256").update(thing).digest("base64url").slice(0, 32);
}
