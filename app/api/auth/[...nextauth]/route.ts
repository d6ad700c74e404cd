import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "@/server/auth/options";
import { cookieName } from "@/server/auth/session-token";
import { isOurs, readBody } from "@/server/open-route";

type Context = { params: Promise<{ nextauth: string[] }> };

const notFound = () => new Response(null, { status: 404 });
const invalid = () => Response.json({ ok: false, refusal: "invalid" }, { status: 400 });

/* Of all that next-auth could do, only what our pages use: its token against forged requests, signing in and signing out. */
const posts = new Set(["callback/credentials", "signout"]);

export async function GET(request: NextRequest, context: Context): Promise<Response> {
  if ((await context.params).nextauth.join("/") !== "csrf") return notFound();
  return isSound(request) ? NextAuth(withoutQuery(request), context, authOptions()) : invalid();
}

export async function POST(request: NextRequest, context: Context): Promise<Response> {
  if (!posts.has((await context.params).nextauth.join("/"))) return notFound();
  const form = request.headers.get("content-type")?.startsWith("application/x-www-form-urlencoded");
  const body = form && isOurs(request.headers) && isSound(request) ? await readBody(request) : null;
  return body === null ? invalid() : NextAuth(withoutQuery(request, body), context, authOptions());
}

/** next-auth answers 500 where this cookie, which it wrote itself, holds no address any more. */
function isSound(request: NextRequest): boolean {
  const callback = request.cookies.get(cookieName("callback"))?.value;
  return callback === undefined || (URL.canParse(callback) && /^https?:/.test(callback));
}

function withoutQuery(request: NextRequest, body?: string): NextRequest {
  const url = new URL(request.nextUrl.pathname, request.nextUrl.origin);
  return new NextRequest(url, { method: request.method, headers: request.headers, body });
}
