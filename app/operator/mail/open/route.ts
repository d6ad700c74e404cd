import { overHttps } from "@/server/auth/session-token";
import { openMailbox, operatorCookie, operatorHours } from "@/server/mail/operator";
import { isOurs, readBody } from "@/server/open-route";

const back = (search: string, headers: Record<string, string> = {}) =>
  new Response(null, {
    status: 303,
    headers: { ...headers, "Cache-Control": "no-store", Location: `/operator/mail${search}` },
  });

/** Takes the operator's token from the form of the mailbox page. The cookie goes to that page alone, and to no page of another site. */
export async function POST(request: Request): Promise<Response> {
  if (!isOurs(request.headers)) return back("?refused=1");
  const given = new URLSearchParams((await readBody(request)) ?? "").get("token") ?? "";
  const proof = openMailbox(given);
  if (proof === null) return back("?refused=1");
  const cookie = [
    `${operatorCookie}=${proof}`,
    "Path=/operator",
    `Max-Age=${operatorHours * 3600}`,
    "HttpOnly",
    "SameSite=Strict",
    ...(overHttps() ? ["Secure"] : []),
  ];
  return back("", { "Set-Cookie": cookie.join("; ") });
}
