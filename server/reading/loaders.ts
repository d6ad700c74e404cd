import "server-only";
import type { CheckInId, CoupleId } from "@/lib/ids";
import type { Loop } from "@/lib/reading/loop";
import type { Marginalia } from "@/lib/reading/marginalia";
import type { Partnership } from "@/server/couples/service";
import { findLoop } from "@/server/reading/loop";
import { findMarginalia } from "@/server/reading/service";

/** For whoever may read that check-in: `loadRecord` has asked. */
export const loadMarginalia = (coupleId: CoupleId, checkInId: CheckInId): Promise<Marginalia> =>
  findMarginalia(coupleId, checkInId);

export const loadLoop = (partnership: Partnership): Promise<Loop> => findLoop(partnership);
