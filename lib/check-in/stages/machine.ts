import type { Stage } from "@/lib/guides/guide";
import type { Seat } from "@/lib/ids";
import type { CommandType } from "../commands";
import type { CheckInEvent } from "../events";
import type { Chapter, Inner } from "../state";

/** What the stage machines may know of the whole: who went first so far, and who does when nothing else settles it. */
export type Setting = { first: Seat | null; favoured: Seat };

/** A stage goes on, or it is done and leaves a chapter (and, if it was the choosing of an order, who goes first). */
export type Outcome<I> = { inner: I } | { done: Chapter; first?: Seat };

/** One stage kind. Pure; `evolve` gets only events that `legal` allowed. */
export type Machine<I extends Inner, S extends Stage> = {
  begin(stage: S, setting: Setting): I;
  /** What this seat may do to move the stage. The always-there commands are not its concern. */
  legal(inner: I, seat: Seat, stage: S): readonly CommandType[];
  evolve(inner: I, event: CheckInEvent & { seat: Seat }, stage: S, setting: Setting): Outcome<I>;
};

export const bothSeats = (seats: readonly Seat[]): boolean => seats.includes("A") && seats.includes("B");
export const withSeat = (seats: readonly Seat[], seat: Seat): readonly Seat[] =>
  seats.includes(seat) ? seats : [...seats, seat].sort();
