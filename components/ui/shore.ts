import type { Seat } from "@/lib/ids";

/** The two partner colours. They belong to seats and not to "me" and "them", so both people speak of the same colours. */
export type Shore = "tide" | "ember";

export const shoreOf = (seat: Seat): Shore => (seat === "A" ? "tide" : "ember");
