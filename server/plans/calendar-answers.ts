import type { Partnership } from "@/server/couples/service";
import { readFeed, readOneOff } from "@/server/plans/feeds";

/** What a calendar program asking a private address gets. A forged address and a revoked one are one and the same nothing. */
export async function answerFeed(name: string): Promise<Response> {
  const text = await readFeed(name);
  return text === null ? nothing() : file(text);
}

/** One planned check-in to save by hand. For everybody but the two that it is planned for there is none. */
export async function answerOneOff(partnership: Partnership | null, id: string): Promise<Response> {
  const text = partnership && (await readOneOff(partnership, id));
  return text === null ? nothing() : file(text, { "content-disposition": 'attachment; filename="check-in.ics"' });
}

// People's own: kept by no cache on the way, listed by no search.
const own = { "cache-control": "private, no-store", "x-robots-tag": "noindex" };

const file = (text: string, more: Record<string, string> = {}): Response =>
  new Response(text, { headers: { ...own, ...more, "content-type": "text/calendar; charset=utf-8" } });

/** The same bytes, whatever was asked for. */
const nothing = (): Response =>
  new Response("Not found", { status: 404, headers: { ...own, "content-type": "text/plain; charset=utf-8" } });
