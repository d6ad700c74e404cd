import { type Device, packDevice, readDevice, unpackDevice } from "@/lib/accounts/device";
import type { PersonId } from "@/lib/ids";
import { ok, type Result, refuse } from "@/lib/result";
import type { Actor } from "@/server/auth/actor";
import * as repository from "@/server/auth/repository";
import { publish } from "@/server/publish";

const day = 24 * 60 * 60 * 1000;
/** A device that nobody uses for so long is signed out; each use starts it anew. */
const sessionDays = 30;

export const sessionEnd = (now: Date): Date => new Date(now.getTime() + sessionDays * day);

/** Signs a device in. Long-ended sessions of the same person are cleared away on this occasion. */
async function startSession(personId: PersonId, userAgent: string | null, authHash: string | null): Promise<string> {
  const now = new Date();
  const device = packDevice(readDevice(userAgent));
  const session = await repository.createSession({ personId, device, expiresAt: sessionEnd(now) }, authHash);
  if (session === null) throw new Error("noMatch");
  await repository.deleteSessionsOver(personId, new Date(now.getTime() - sessionDays * day));
  return session.id;
}

/** Whoever holds a session may end it. */
export async function endSession(id: string | null): Promise<void> {
  if (id !== null) await end({ id });
}

/**
 * Signs in a browser that may still hold another session's cookie. The new one takes its place, so the old one, which nobody
 * could use or see any more, is ended.
 *
 * @param authHash what the key was checked against (`verifyCredentials`); null where nothing was
 * @throws `noMatch` when the password was changed in the moment between
 */
export async function replaceSession(
  before: string | null,
  personId: PersonId,
  userAgent: string | null,
  authHash: string | null = null,
): Promise<string> {
  await endSession(before);
  return startSession(personId, userAgent, authHash);
}

export type SignedInDevice = Device & { sessionId: string; createdAt: string; lastSeenAt: string; thisOne: boolean };

/** Where the person is signed in, the latest used first; instants as ISO 8601. */
export async function listDevices(actor: Actor): Promise<SignedInDevice[]> {
  const sessions = await repository.listLiveSessions(actor.personId, new Date());
  return sessions.map(({ id, device, createdAt, lastSeenAt }) => ({
    ...unpackDevice(device),
    sessionId: id,
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    thisOne: id === actor.sessionId,
  }));
}

/** One of the person's own devices, at once and on its open pages too. `notFound`: it is over already, or somebody else's. */
export async function endDevice(actor: Actor, sessionId: string): Promise<Result<null, "notFound">> {
  const ended = await end({ personId: actor.personId, id: sessionId });
  return ended.length === 0 ? refuse("notFound") : ok(null);
}

/** Every device of the person, the one that asks included. */
export async function signOutEverywhere(actor: Actor): Promise<void> {
  await end({ personId: actor.personId });
}

async function end(of: Parameters<typeof repository.endSessions>[0]): Promise<string[]> {
  const ended = await repository.endSessions(of, new Date());
  if (ended.length > 0) publish({ type: "sessionsEnded", sessionIds: ended });
  return ended;
}
