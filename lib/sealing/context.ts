import type { CheckInId, CommandId, CoupleId, Seat } from "@/lib/ids";
import { type Bytes, utf8 } from "@/lib/sealing/bytes";

/**
 * Where a sealed value belongs. `kind` names what is inside: a key of `contents`, or a place of drafts. "-" where there is
 * no check-in or no command, as in an invitation's own words.
 */
export type SealContext = {
  coupleId: CoupleId;
  checkInId: CheckInId | "-";
  kind: string;
  authorSeat: Seat;
  commandId: CommandId | "-";
};

/**
 * `heard|v1|coupleId|checkInId|kind|authorSeat|commandId`, authenticated with every sealed value: a server that moves one
 * to another place is noticed. Ids in lower case, because PostgreSQL gives a uuid back in lower case however it was
 * written. Null when a part could be mistaken for another (a `|` in it, or nothing at all).
 */
export function additionalData(context: SealContext): Bytes | null {
  const { coupleId, checkInId, kind, authorSeat, commandId } = context;
  const parts = [coupleId.toLowerCase(), checkInId.toLowerCase(), kind, authorSeat, commandId.toLowerCase()];
  return parts.every((part) => /^[^|]+$/.test(part)) ? utf8(["heard", "v1", ...parts].join("|")) : null;
}
