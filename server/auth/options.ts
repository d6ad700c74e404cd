import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { readCookie } from "@/server/auth/actor";
import { addressOf } from "@/server/auth/network-address";
import { credentialsSchema } from "@/server/auth/schemas";
import { verifyCredentials } from "@/server/auth/service";
import { cookieName, overHttps, readSessionToken, sessionIdOf } from "@/server/auth/session-token";
import { endSession, replaceSession } from "@/server/auth/sessions";
import { log } from "@/server/log";
import { secret } from "@/server/secrets";

declare module "next-auth" {
  interface User {
    sid?: string;
  }
}

/**
 * Browsers keep no cookie longer than 400 days. How long a device stays signed in is not decided by the cookie but by its
 * session's row, which moves on with each use and can be ended.
 */
const cookieSeconds = 400 * 24 * 60 * 60;

/** Refusals leave next-auth as an error's message, and reach the browser as `error` in the answer's `url`. */
const refused = (refusal: string) => new Error(refusal);

export function authOptions(): NextAuthOptions {
  const secure = overHttps();
  const cookie = (name: "session" | "csrf" | "callback") => ({
    name: cookieName(name),
    options: { httpOnly: true, sameSite: "lax", path: "/", secure } as const,
  });
  return {
    secret: secret(),
    useSecureCookies: secure,
    session: { strategy: "jwt", maxAge: cookieSeconds },
    cookies: { sessionToken: cookie("session"), csrfToken: cookie("csrf"), callbackUrl: cookie("callback") },
    pages: { signIn: "/sign-in", signOut: "/you", error: "/sign-in", newUser: "/us" },
    providers: [
      CredentialsProvider({
        credentials: { email: {}, authKey: {} },
        authorize: (given, request) => authorize(given, request.headers ?? {}),
      }),
    ],
    callbacks: {
      // Nothing about the person goes into the cookie: the session's row knows.
      jwt: ({ token, user }) => ({ sid: user?.sid ?? token.sid }),
      redirect: ({ baseUrl }) => baseUrl,
    },
    events: {
      signOut: async ({ token }) => endSession(sessionIdOf(token)),
    },
    // Codes alone: the details may quote what was sent.
    logger: {
      error: (kind) => log.warn({ kind }, "sign-in library"),
      warn: (kind) => log.debug({ kind }, "sign-in library"),
      debug: () => undefined,
    },
  };
}

async function authorize(given: unknown, headers: Record<string, unknown>) {
  const parsed = credentialsSchema.safeParse(given);
  if (!parsed.success) throw refused("invalid");
  const read = (name: string) => (typeof headers[name] === "string" ? headers[name] : null);
  try {
    const verified = await verifyCredentials(parsed.data, addressOf(read));
    if (!verified.ok) {
      throw refused(
        verified.refusal === "tooManyTries" ? `tooManyTries:${verified.retryAfterSeconds}` : verified.refusal,
      );
    }
    const { personId, authHash } = verified.value;
    const before = await readSessionToken(readCookie(read("cookie"), cookieName("session")));
    return { id: personId, sid: await replaceSession(before, personId, read("user-agent"), authHash) };
  } catch (err) {
    if (err instanceof Error && /^(noMatch|tooManyTries:\d+)$/.test(err.message)) throw err;
    log.error({ err }, "sign-in could not be decided");
    throw refused("unavailable");
  }
}
