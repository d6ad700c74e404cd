import type { CheckInId } from "@/lib/ids";
import type { Lane } from "./loop";
import type { MarginNote, SealedLine } from "./marginalia";

/** A line under a check-in in somebody's own words. `agreedAt`: epoch milliseconds; null while the other has not said yes. */
export type OwnLine = SealedLine & { agreedAt: number | null };

/** What one of the two wrote beside one check-in, sealed as it is; notes the oldest first. */
export type OwnBeside = { checkInId: CheckInId; notes: readonly MarginNote[]; lines: readonly OwnLine[] };

/** One's own side of the loop, as it stands since `changedAt`, epoch milliseconds. */
export type OwnLane = Lane & { changedAt: number };
