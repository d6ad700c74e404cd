import { z } from "zod";

/** An IANA time zone that this runtime knows, for example `Asia/Kathmandu`. Offsets like `+05:45` are none: they know no clock changes. */
export const zoneSchema = z.string().min(1).max(60).refine(isZone, { error: "unknownZone" });

function isZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
