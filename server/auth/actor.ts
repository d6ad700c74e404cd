import type { IncomingMessage } from "node:http";
import { type PersonId, personIdSchema } from "@/lib/ids";
import { findLiveSession, touchSession } from "@/server/auth/repository";
import { cookieName, readSessionToken } from "@/server/auth/session-token";
import { sessionEnd } from "@/server/auth/sessions";

/** Who acts: a person by one of their signed-in devices. Made here alone, from a session that the database knows to be live. */
export type Actor = { personId: PersonId; sessionId: string; name: string; email: string };

/** "Last used" is told by minutes, so it is written no oftener than this. */
const touchAfter = 5 * 60 * 1000;

/** Null when the session was ended, has expired or never was. One read, never cached: an ended session is refused at once. */
export async function findActor(sessionId: string | null): Promise<Actor | null> {
  if (sessionId === null) return null;
  const now = new Date();
  const session = await findLiveSession(sessionId, now);
  if (session === null) return null;
  const seenBefore = new Date(now.getTime() - touchAfter);
  if (session.lastSeenAt <= seenBefore) await touchSession(session.id, seenBefore, now, sessionEnd(now));
  const { id, name, email } = session.person;
  return { personId: personIdSchema.parse(id), sessionId: session.id, name, email };
}

/** From the value of the sign-in cookie. */
export const actorOfToken = async (token: string | null | undefined): Promise<Actor | null> =>
  findActor(await readSessionToken(token));

/** From a raw request, such as a socket's handshake, whose cookies nobody has parsed yet. */
export const actorOfRequest = (req: IncomingMessage): Promise<Actor | null> =>
  actorOfToken(readCookie(req.headers.cookie, cookieName("session")));

/** One cookie out of a `Cookie` header. The first of a name wins, as in browsers and in Next. */
export function readCookie(header: string | null | undefined, name: string): string | null {
  for (const pair of (header ?? "").split(";")) {
    const at = pair.indexOf("=");
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return null;
}
