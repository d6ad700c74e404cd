import { decode } from "next-auth/jwt";
import { z } from "zod";
import { secret } from "@/server/secrets";

const sessionIdSchema = z.uuid();

/** By https the browser itself guards these: `__Host-` cookies are secure, of this very host, and cannot be set by another. */
export const overHttps = (): boolean => process.env.NEXTAUTH_URL?.startsWith("https:") ?? false;
export const cookieName = (name: "session" | "csrf" | "callback"): string =>
  `${overHttps() ? "__Host-" : ""}heard-${name}`;

/** The session id inside the sign-in cookie; null for everything that this installation did not write. */
export async function readSessionToken(token: string | null | undefined): Promise<string | null> {
  if (!token || token.length > 4096) return null;
  try {
    const payload = await decode({ token, secret: secret() });
    return sessionIdSchema.safeParse(payload?.sid).data ?? null;
  } catch {
    return null;
  }
}
