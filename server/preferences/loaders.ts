import "server-only";
import { cookies } from "next/headers";
import { type Look, lookCookie, readLook } from "@/lib/preferences/look";

/** The look that this device chose, or the usual one. */
export const loadLook = async (): Promise<Look> => readLook((await cookies()).get(lookCookie)?.value);
