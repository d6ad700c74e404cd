import "server-only";
import type { CheckInId, CoupleId } from "@/lib/ids";
import type { Marginalia } from "@/lib/reading/marginalia";
import { findMarginalia } from "@/server/reading/service";

/** For whoever may read that check-in: `loadRecord` has asked. */
export const loadMarginalia = (coupleId: CoupleId, checkInId: CheckInId): Promise<Marginalia> =>
  findMarginalia(coupleId, checkInId);
