import "server-only";
import { notFound } from "next/navigation";
import { type Mails, readUnsubscribeToken } from "@/server/notices/unsubscribe";

/** Which mails a link would end. Looking changes nothing: mail programs open links by themselves. */
export function loadUnsubscribe(token: string): Mails {
  return readUnsubscribeToken(token)?.mails ?? notFound();
}
