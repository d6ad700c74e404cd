import { z } from "zod";
import { refuse } from "@/lib/result";
import { actorOfToken, readCookie } from "@/server/auth/actor";
import { cookieName } from "@/server/auth/session-token";
import { endpointSchema, pushSubscriptionSchema, subscribePush, unsubscribePush } from "@/server/notices/push";
import { openRoute } from "@/server/open-route";

const renewedSchema = z.object({
  subscription: pushSubscriptionSchema,
  /** The address that this one takes the place of. */
  replaces: endpointSchema.nullable(),
});

/** A browser has renewed its subscription by itself (public/notices-worker.js): no page is open then to ask an action. */
export const POST = openRoute(renewedSchema, async ({ subscription, replaces }, read) => {
  const actor = await actorOfToken(readCookie(read("cookie"), cookieName("session")));
  if (actor === null) return refuse("signedOut");
  if (replaces !== null) await unsubscribePush(actor, replaces);
  return subscribePush(actor, subscription);
});
