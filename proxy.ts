import { type NextRequest, NextResponse } from "next/server";
import { actionRequestRefusal, actionRequestStatus } from "@/server/web/action-request";
import { contentSecurityPolicy } from "@/server/web/content-security-policy";
import { securityHeaders } from "@/server/web/security-headers";

/** True when the browser came by https, to us or to the proxy in front of us. */
const cameByHttps = (request: NextRequest): boolean =>
  (request.headers.get("x-forwarded-proto")?.split(",")[0]?.trim() ?? request.nextUrl.protocol.replace(":", "")) ===
  "https";

/**
 * Gives every page its nonce, policy and request id, and turns away what no action could read. It authorises nothing: pages
 * and actions gate themselves.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString("base64");
  const secure = cameByHttps(request);
  const policy = contentSecurityPolicy({
    nonce,
    host: request.headers.get("host"),
    secure,
    development: process.env.NODE_ENV === "development",
    pathname: request.nextUrl.pathname,
  });
  const requestId = crypto.randomUUID();

  // Next reads the nonce from the policy on the request. Both are set and never appended: a visitor's own header must not win.
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set("x-nonce", nonce);
  headers.set("x-request-id", requestId);

  const refusal = await actionRequestRefusal(request);
  const response = refusal
    ? NextResponse.json({ ok: false, refusal }, { status: actionRequestStatus[refusal] })
    : NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  response.headers.set("X-Request-Id", requestId);
  for (const [name, value] of securityHeaders(secure)) response.headers.set(name, value);
  return response;
}

// The worker for notices is no page: next.config.js has its headers.
export const config = { matcher: "/((?!_next/static/|notices-worker\\.js$).*)" };
