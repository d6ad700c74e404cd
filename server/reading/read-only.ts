import type { CheckInId, PersonId } from "@/lib/ids";
import { refuse } from "@/lib/result";
import { findFormerOf } from "@/server/keeping/former";

/**
 * What somebody is told who may not write at a check-in: one of the two whose it was is told that it is read only, for as long
 * as both still read it. Everybody else is answered as if it had never been.
 */
export async function refuseWriting(
  personId: PersonId,
  checkInId: CheckInId,
  now: Date,
): Promise<{ ok: false; refusal: "readOnly" | "notAParticipant" }> {
  const former = await findFormerOf(personId, checkInId);
  const bothRead = former !== null && former.other.name !== null && now < former.readableUntil;
  return refuse(bothRead ? "readOnly" : "notAParticipant");
}
