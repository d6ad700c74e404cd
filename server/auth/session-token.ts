import { decode, type JWT } from "next-auth/jwt";
import { z } from "zod";
import { secret } from "@/server/secrets";

const sessionIdSchema = z.uuid();

/** By https the browser itself guards these: `__Host-` cookies are secure, of this very host, and cannot be set by another. */
export const overHttps = (): boolean => process.env.NEXTAUTH_URL?.startsWith("https:") ?? false;
export const cookieName = (name: "session" | "csrf" | "callback"): string =>
  `${overHttps() ? "__Host-" : ""}heard-${name}`;

/** Out of a token that has been opened. */
export const sessionIdOf = (payload: JWT | null | undefined): string | null =>
  sessionIdSchema.safeParse(payload?.sid).data ?? null;

/** The session id inside the sign-in cookie; null for everything that this installation did not write. */
export async function readSessionToken(token: string | null | undefined): Promise<string | null> {
  if (!token || token.length > 4096) return null;
  try {
    const payload = await decode({ token, secret: secret() });
    return sessionIdOf(payload);
  } catch {
    return null;
  }
}
