import "server-only";
import { cookies, headers } from "next/headers";
import { notFound } from "next/navigation";
import { z } from "zod";
import { addressOf } from "@/server/auth/network-address";
import { operatorCookie, operatorStanding } from "@/server/mail/operator";
import { type ReadMessage, readMessage } from "@/server/mail/read-message";
import { findHeldMail, listHeldMail } from "@/server/mail/repository";
import { mailLeaves } from "@/server/mail/service";

const mostShown = 200;

export type HeldMailLine = { id: string; to: string; subject: string; heldAt: string };

/** `askToken`: there is a token, and this browser has not given it. Everybody else gets the one not-found. */
export async function loadMailbox(): Promise<"askToken" | { leaves: boolean; mails: HeldMailLine[] }> {
  const standing = await readStanding();
  if (standing === "mayAsk") return "askToken";
  const rows = await listHeldMail(mostShown);
  const mails = rows.map(({ heldAt, ...row }) => ({ ...row, heldAt: heldAt.toISOString() }));
  return { leaves: mailLeaves(), mails };
}

export async function loadHeldMail(id: string): Promise<HeldMailLine & ReadMessage> {
  if ((await readStanding()) !== "operator" || !z.uuid().safeParse(id).success) notFound();
  const row = await findHeldMail(id);
  if (row === null) notFound();
  const { raw, heldAt, ...line } = row;
  return { ...line, heldAt: heldAt.toISOString(), ...readMessage(raw) };
}

async function readStanding(): Promise<"operator" | "mayAsk"> {
  const asked = await headers();
  const cookie = (await cookies()).get(operatorCookie)?.value;
  const standing = operatorStanding(
    cookie,
    addressOf((name) => asked.get(name)),
  );
  return standing === "nobody" ? notFound() : standing;
}
