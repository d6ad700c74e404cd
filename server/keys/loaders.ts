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

/** What *Us* says about keys: null while all is well. */
export async function loadKeyCard(partnership: Partnership): Promise<"lost" | "waiting" | "given" | "asks" | null> {
  const standing = await findKeyStanding(partnership);
  if (standing === null) return null;
  if (standing.asked?.sealedKey) return "given";
  // Whoever has no copy themselves can let nobody in.
  if (standing.asks && !standing.asks.answered && !standing.lost) return "asks";
  if (standing.asked) return "waiting";
  return standing.lost ? "lost" : null;
}
