import { personIdSchema } from "@/lib/ids";
import { ok, type Result } from "@/lib/result";
import type { Actor } from "@/server/auth/actor";
import type { TooManyTries } from "@/server/auth/rate-limit";
import { verifyCredentials } from "@/server/auth/service";
import { despiteCollisions } from "@/server/couples/collisions";
import { endIn, findPartner, tellUnlinked } from "@/server/couples/service";
import * as leaving from "@/server/keeping/leaving-repository";
import * as repository from "@/server/keeping/repository";
import { log } from "@/server/log";
import { publish } from "@/server/publish";

type Asked = { authKey: string; leavesWords: boolean };

/**
 * Deletes an account for good, in one transaction: whoever is linked is unlinked first, their words are erased unless they
 * leave them, and nothing that names them stays in any table. The other's own words stay readable for the other.
 *
 * @param address where the request came from (network-address): wrong passwords are counted as at sign-in
 * @throws when the database cannot be reached; then nothing was deleted
 */
export async function deleteAccount(
  actor: Actor,
  { authKey, leavesWords }: Asked,
  address: string,
): Promise<Result<null, "noMatch"> | TooManyTries> {
  const proven = await verifyCredentials({ email: actor.email, authKey }, address);
  if (!proven.ok) return proven;
  const done = await despiteCollisions(() => leave(actor, leavesWords));
  if (done.partnership && done.ended) tellUnlinked(done.partnership, done.ended);
  publish({ type: "sessionsEnded", sessionIds: done.sessionIds });
  publish({ type: "homeChanged", personIds: [...new Set(done.told)].map((id) => personIdSchema.parse(id)) });
  log.info({ kind: "deleteAccount", couples: done.told.length }, "an account was deleted");
  return ok(null);
}

/** Somebody may link or be unlinked in this very moment: then it begins anew, on what is true by now. */
async function leave({ personId, email }: Actor, leavesWords: boolean) {
  for (;;) {
    const partnership = await findPartner(personId);
    const left = await repository.inTransaction(async (tx) => {
      await leaving.lockPeopleToDelete(tx, partnership ? [personId, partnership.other.personId] : [personId]);
      if ((await leaving.findLivingCouple(tx, personId)) !== (partnership?.coupleId ?? null)) return null;
      const ended = partnership && (await endIn(tx, partnership, new Date()));
      const waiting = await leaving.closeInvitations(tx, personId);
      const sessionIds = await leaving.listSessionIds(tx, personId);
      const seats = await leaving.listSeats(tx, personId);
      if (!leavesWords) for (const seat of seats) await leaving.eraseAuthor(tx, seat);
      const coupleIds = seats.map(({ coupleId }) => coupleId);
      const people = (await Promise.all(coupleIds.map((coupleId) => repository.listPeople(coupleId, tx)))).flat();
      await leaving.deletePerson(tx, { personId, email, coupleIds, leavesWords });
      return { partnership, ended, sessionIds, told: [...waiting, ...people].filter((id) => id !== personId) };
    });
    if (left) return left;
  }
}
