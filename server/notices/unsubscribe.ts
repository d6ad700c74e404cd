import { timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { personIdSchema } from "@/lib/ids";
import { log } from "@/server/log";
import * as repository from "@/server/notices/repository";
import { keyedHash } from "@/server/secrets";

/** What one click can end. `calendarMail` is what comes for calendar programs, `mail` everything else. */
const mailsSchema = z.enum(["mail", "calendarMail"]);
export type Mails = z.infer<typeof mailsSchema>;

const signatureOf = (personId: string, mails: Mails) => keyedHash("unsubscribe", `${personId}/${mails}`);

/** Works without signing in, for as long as the installation has its secret; it can only ever end these mails. */
export const unsubscribeToken = (personId: string, mails: Mails): string =>
  `${personId}.${mails}.${signatureOf(personId, mails)}`;

export function readUnsubscribeToken(token: string): { personId: string; mails: Mails } | null {
  const [id, kind, signature = "", ...more] = token.split(".");
  const personId = personIdSchema.safeParse(id);
  const mails = mailsSchema.safeParse(kind);
  if (!personId.success || !mails.success || more.length > 0) return null;
  const [given, right] = [Buffer.from(signature), Buffer.from(signatureOf(personId.data, mails.data))];
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
  return { personId: personId.data, mails: mails.data };
}

/** Again changes nothing. `unknown`: no token of ours, or of somebody who is gone. Never throws. */
export async function unsubscribe(token: string): Promise<"done" | "unknown" | "unavailable"> {
  const read = readUnsubscribeToken(token);
  if (read === null) return "unknown";
  const { personId, mails } = read;
  try {
    if (!(await repository.turnOff(personId, mails))) return "unknown";
  } catch (err) {
    log.error({ err, kind: "unsubscribe" }, "mails could not be turned off");
    return "unavailable";
  }
  log.info({ personId, kind: mails }, "mails were turned off by their link");
  return "done";
}
