import type { z } from "zod";
import { ok, type Result, refuse } from "@/lib/result";

const answered = ["invalid", "signedOut", "notLinked", "unavailable"] as const;
export type PageRefusal = (typeof answered)[number] | "offline";

/** However wrong an answer is, nobody waits for longer than this before asking again. */
const longestWaitSeconds = 60;

/** A page of the list or of its words. Every way in which it may not come has a name; `slowDown` is waited out here. */
export async function fetchPage<T>(
  path: string,
  before: string | null,
  schema: z.ZodType<T>,
  signal?: AbortSignal,
): Promise<Result<T, PageRefusal>> {
  const address =
    before === null ? path : `${path}${path.includes("?") ? "&" : "?"}before=${encodeURIComponent(before)}`;
  let response: Response;
  try {
    response = await fetch(address, { headers: { accept: "application/json" }, ...(signal && { signal }) });
  } catch {
    return refuse("offline");
  }
  const body: unknown = await response.json().catch(() => null);
  if (!isRecord(body)) return refuse("unavailable");
  if (body.refusal === "slowDown") {
    const seconds = Math.min(Math.max(Number(body.retryAfterSeconds) || 1, 1), longestWaitSeconds);
    await new Promise((goOn) => setTimeout(goOn, seconds * 1000));
    return signal?.aborted ? refuse("offline") : fetchPage(path, before, schema, signal);
  }
  if (body.ok !== true) return refuse(answered.find((one) => one === body.refusal) ?? "unavailable");
  const parsed = schema.safeParse(body.value);
  return parsed.success ? ok(parsed.data) : refuse("unavailable");
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
