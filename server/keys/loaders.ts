import "server-only";
import { redirect } from "next/navigation";
import type { Actor } from "@/server/auth/actor";
import { requireSignedIn } from "@/server/auth/loaders";
import { requirePartnership } from "@/server/couples/loaders";
import type { Partnership } from "@/server/couples/service";
import { findKeyStanding, type KeyStanding } from "@/server/keys/let-in";
import { findTicketRefusal, type TicketRefusal } from "@/server/keys/recovery";
import { mailRoute } from "@/server/mail/route";

/** Changing the password, and a new recovery code. */
export const loadOwnKeysPage = (): Promise<Actor> => requireSignedIn();

/** Whether a mail leaves this installation; without one, whoever runs it finds the mails that could not. */
export const loadMailLeaves = (): boolean => mailRoute().smtpUrl !== null;

/** The link of a recovery mail, for anybody who holds it. Reads and changes nothing. */
export const loadRecovery = (token: string): Promise<TicketRefusal | null> => findTicketRefusal(token);

/** Letting a partner back in, or being let in; for two who are linked. */
export async function loadLetIn(): Promise<{ partnership: Partnership; standing: KeyStanding }> {
  const partnership = await requirePartnership();
  return { partnership, standing: (await findKeyStanding(partnership)) ?? redirect("/us") };
}

/** `asks` and `answered` are about a partner who is let in; `anew…` where both have lost their keys; the rest is about oneself. */
export type KeyCardStanding =
  | ("lost" | "waiting" | "given")
  | ("asks" | "answered" | "theirsLost")
  | ("bothLost" | "anewWaiting" | "anewAsks");

/**
 * What *Us* says about keys: no card while all is well. `shut`: one of the two can write nothing until that is cleared, so that a
 * check-in would be one that they cannot be in.
 */
export async function loadKeyCard(partnership: Partnership): Promise<{ card: KeyCardStanding | null; shut: boolean }> {
  const standing = await findKeyStanding(partnership);
  if (standing === null) return { card: null, shut: false };
  return { card: cardOf(standing), shut: standing.lost || standing.theirsLost };
}

function cardOf({ lost, theirsLost, asked, asks }: KeyStanding): KeyCardStanding | null {
  if (asked?.sealedKey) return "given";
  // Whoever has no copy themselves can let nobody in: two without one begin again.
  if (lost && theirsLost) return asks ? "anewAsks" : asked ? "anewWaiting" : "bothLost";
  if (lost) return asked ? "waiting" : "lost";
  if (asks) return asks.answered ? "answered" : "asks";
  return theirsLost ? "theirsLost" : null;
}
