import type { z } from "zod";
import { log } from "@/server/log";

type Answer = { ok: true; value: unknown } | { ok: false; refusal: string; retryAfterSeconds?: number };

const largestBody = 16 * 1024;

/** Refusals whose status is not 400. */
const statuses: Readonly<Record<string, number>> = {
  signedOut: 401,
  addressTaken: 409,
  tooManyTries: 429,
  unavailable: 503,
};

/**
 * A POST route for signed-out visitors: JSON in, a Result as JSON out. Other sites cannot use it (a form of theirs cannot send
 * JSON, and `Sec-Fetch-Site` says where a script runs), and whatever is sent gets a named refusal, never a 500.
 */
export function openRoute<S extends z.ZodType>(
  schema: S,
  handler: (input: z.output<S>, read: (header: string) => string | null) => Promise<Answer>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const read = (header: string) => request.headers.get(header);
    try {
      const parsed = schema.safeParse(await readJson(request));
      return send(parsed.success ? await handler(parsed.data, read) : { ok: false, refusal: "invalid" });
    } catch (err) {
      log.error({ err }, "a route broke");
      return send({ ok: false, refusal: "unavailable" });
    }
  };
}

/** Undefined, which no schema takes, for whatever is not a small piece of JSON sent by a page of ours. */
export async function readJson(request: Request): Promise<unknown> {
  if (!isOurs(request.headers) || !request.headers.get("content-type")?.startsWith("application/json"))
    return undefined;
  const body = await readBody(request);
  if (body === null) return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** Null when it is larger than any of our forms, or does not say how large it is. */
export async function readBody(request: Request): Promise<string | null> {
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  return length <= largestBody ? request.text() : null;
}

/** Browsers say so by themselves, and no page can change it. Without it (a program, an old browser) there is no page to misuse. */
export const isOurs = (headers: Headers): boolean => (headers.get("sec-fetch-site") ?? "same-origin") === "same-origin";

function send(answer: Answer): Response {
  const headers = new Headers({ "cache-control": "no-store" });
  if (answer.ok) return Response.json(answer, { headers });
  if (answer.retryAfterSeconds !== undefined) headers.set("retry-after", String(answer.retryAfterSeconds));
  return Response.json(answer, { status: statuses[answer.refusal] ?? 400, headers });
}
