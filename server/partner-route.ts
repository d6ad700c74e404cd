import { actorOfToken, readCookie } from "@/server/auth/actor";
import { cookieName } from "@/server/auth/session-token";
import { findPartner, type Partnership } from "@/server/couples/service";
import { log } from "@/server/log";
import { isOurs } from "@/server/open-route";

type Answer = { ok: true; value: unknown } | { ok: false; refusal: string; retryAfterSeconds?: number };

const statuses: Readonly<Record<string, number>> = { signedOut: 401, notLinked: 403, slowDown: 429, unavailable: 503 };

/**
 * A GET route that a page of ours reads by itself, for somebody who is linked: a Result as JSON, never kept by anybody on the
 * way. Other sites get nothing, and whatever is asked gets a named answer, never a 500.
 */
export function partnerRoute(
  handler: (partnership: Partnership, asked: URLSearchParams) => Promise<Answer>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      if (!isOurs(request.headers)) return send({ ok: false, refusal: "invalid" });
      const actor = await actorOfToken(readCookie(request.headers.get("cookie"), cookieName("session")));
      if (actor === null) return send({ ok: false, refusal: "signedOut" });
      const partnership = await findPartner(actor.personId);
      if (partnership === null) return send({ ok: false, refusal: "notLinked" });
      return send(await handler(partnership, new URL(request.url).searchParams));
    } catch (err) {
      log.error({ err }, "a route broke");
      return send({ ok: false, refusal: "unavailable" });
    }
  };
}

const send = (answer: Answer): Response =>
  Response.json(answer, {
    status: answer.ok ? 200 : (statuses[answer.refusal] ?? 400),
    headers: { "cache-control": "private, no-store" },
  });
