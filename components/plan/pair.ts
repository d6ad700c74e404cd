import type { Seat } from "@/lib/ids";

/** The two who plan, as one of them sees it. A zone is null until a browser has told it. */
export type Pair = {
  seat: Seat;
  name: string;
  theirName: string;
  zone: string | null;
  theirZone: string | null;
};
