import { unsubscribe } from "@/server/notices/unsubscribe";
import { readBody } from "@/server/open-route";

type Context = { params: Promise<{ token: string }> };
const headers = { "Cache-Control": "no-store", "Content-Type": "text/plain; charset=utf-8" };

/**
 * One click, signed in or not: a mail program posts it (RFC 8058), or the button of our own page does and is led back there. The
 * link's signature is all that is asked for, and all that it can do is to end these mails.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  const answer = await unsubscribe(token);
  if (answer === "unknown") return new Response("Not found", { status: 404, headers });
  if (answer === "unavailable") return new Response("Try again later", { status: 503, headers });
  const isOurPage = new URLSearchParams((await readBody(request)) ?? "").get("from") === "page";
  if (!isOurPage) return new Response("Done", { headers });
  return new Response(null, { status: 303, headers: { ...headers, Location: `/unsubscribe/${token}?done=1` } });
}

/** Looking changes nothing; the page there has a button. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  return new Response(null, {
    status: 303,
    headers: { ...headers, Location: `/unsubscribe/${encodeURIComponent(token)}` },
  });
}
