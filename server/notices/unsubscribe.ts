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

/** Again changes nothing. @returns false for what is no token of ours, and for somebody who is gone */
export async function unsubscribe(token: string): Promise<boolean> {
  const read = readUnsubscribeToken(token);
  if (read === null) return false;
  const { personId, mails } = read;
  if (!(await repository.turnOff(personId, mails))) return false;
  log.info({ personId, kind: mails }, "mails were turned off by their link");
  return true;
}
