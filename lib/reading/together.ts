import type { Seat } from "@/lib/ids";
import { otherSeat } from "@/lib/other-seat";
import { ok, type Result, refuse } from "@/lib/result";

/**
 * Two who read one check-in at the same time. It is presence and no history: nothing of it is ever written down. Whoever looks
 * around on other pages does so alone, so no wandering is in it.
 */
export type Reading = {
  /** At most one holds the page. A holder whose line dropped still holds it, until they come back or the other takes it. */
  holder: Seat | null;
  /** The key of the page that is held; null exactly when nobody holds one. */
  page: string | null;
  here: readonly Seat[];
  /** Whose line dropped. Whoever left is in neither list. */
  dropped: readonly Seat[];
};

export type ReadingMove =
  | { type: "arrive" }
  | { type: "leave" }
  | { type: "drop" }
  | { type: "take"; page: string }
  | { type: "turn"; page: string }
  | { type: "pass" };

export const readingRefusals = [
  "notAParticipant",
  "stillRunning",
  "notHere",
  "notYourPage",
  "aloneHere",
  "invalid",
  "slowDown",
  "unavailable",
] as const;
export type ReadingRefusal = (typeof readingRefusals)[number];

export const nobodyReads: Reading = { holder: null, page: null, here: [], dropped: [] };

/**
 * One move of one seat. The page is turned and passed by whoever holds it alone; it is free to take when nobody holds it, or
 * when its holder is not here. Arriving, leaving and dropping always succeed: nobody is kept.
 *
 * @returns the very same reading where nothing changed
 */
export const moveReading = (
  reading: Reading,
  seat: Seat,
  move: ReadingMove,
): Result<Reading, "notHere" | "notYourPage" | "aloneHere"> => {
  const { here, holder } = reading;
  if (move.type === "arrive") return ok(arrive(reading, seat));
  if (move.type === "leave") return ok(leave(reading, seat));
  if (move.type === "drop") return ok(here.includes(seat) ? drop(reading, seat) : reading);
  if (!here.includes(seat)) return refuse("notHere");
  if (move.type === "take") {
    const isFree = holder === null || holder === seat || !here.includes(holder);
    return isFree ? ok(holdPage(reading, seat, move.page)) : refuse("notYourPage");
  }
  if (holder !== seat) return refuse("notYourPage");
  if (move.type === "turn") return ok(holdPage(reading, seat, move.page));
  return here.includes(otherSeat(seat)) ? ok({ ...reading, holder: otherSeat(seat) }) : refuse("aloneHere");
};

const seats = ["A", "B"] as const;
/** In the order of the seats, so that it does not tell who came first. */
const withSeat = (list: readonly Seat[], seat: Seat) => seats.filter((one) => one === seat || list.includes(one));
const without = (list: readonly Seat[], seat: Seat) => list.filter((one) => one !== seat);

const holdPage = (reading: Reading, seat: Seat, page: string): Reading =>
  reading.holder === seat && reading.page === page ? reading : { ...reading, holder: seat, page };

const arrive = (reading: Reading, seat: Seat): Reading =>
  reading.here.includes(seat)
    ? reading
    : { ...reading, here: withSeat(reading.here, seat), dropped: without(reading.dropped, seat) };

const leave = (reading: Reading, seat: Seat): Reading => {
  const { here, dropped, holder } = reading;
  if (!here.includes(seat) && !dropped.includes(seat)) return reading;
  const left = { ...reading, here: without(here, seat), dropped: without(dropped, seat) };
  return forgotten(holder === seat ? { ...left, holder: null, page: null } : left);
};

const drop = (reading: Reading, seat: Seat): Reading =>
  forgotten({ ...reading, here: without(reading.here, seat), dropped: withSeat(reading.dropped, seat) });

/** With nobody here there is nothing to remember: whoever held the page says it again when they come back. */
const forgotten = (reading: Reading): Reading => (reading.here.length === 0 ? nobodyReads : reading);
