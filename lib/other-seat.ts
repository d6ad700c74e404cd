import type { Seat } from "@/lib/ids";

/** Apart from `ids`, whose schemas a page that only says who is who does not need. */
export const otherSeat = (seat: Seat): Seat => (seat === "A" ? "B" : "A");
