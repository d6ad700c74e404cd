import type { PersonId } from "@/lib/ids";
import { ok, type Result } from "@/lib/result";
import { tell } from "@/server/check-ins/states";
import { findPartner } from "@/server/couples/service";
import { quietHoursMoved } from "@/server/notices/settings";
import { setZone } from "@/server/plans/people-repository";

/** Keeps the zone that this person lives by; both see its times from now on. */
export async function tellZone(personId: PersonId, zone: string): Promise<Result<null, never>> {
  await setZone(personId, zone);
  await quietHoursMoved(personId);
  const partnership = await findPartner(personId);
  tell({ type: "homeChanged", personIds: partnership ? [personId, partnership.other.personId] : [personId] });
  return ok(null);
}
