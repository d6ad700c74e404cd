"use server";

import { cookies, headers } from "next/headers";
import { lookCookie, lookSchema, writeLook } from "@/lib/preferences/look";

const yearSeconds = 365 * 24 * 60 * 60;

/** Keeps a look on this device, signed in or not. Anything that is not a look keeps nothing and returns false. */
export async function keepLook(input: unknown): Promise<boolean> {
  const look = lookSchema.safeParse(input);
  if (!look.success) return false;
  const secure = (await headers()).get("x-forwarded-proto")?.startsWith("https") ?? false;
  const written = writeLook(look.data);
  (await cookies()).set(lookCookie, written, {
    maxAge: yearSeconds,
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    secure,
  });
  return true;
}
