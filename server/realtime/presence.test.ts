import { expect, it } from "vitest";
import { checkInIdOf } from "@/lib/check-in/test-kit";
import { presences } from "@/server/realtime/presence";

const room = checkInIdOf(1);

it("nobody has come yet until they have, and it is told for how long", () => {
  const board = presences();
  expect(board.messageOf(room, "A", 0)).toEqual({ checkInId: room, seat: "A", presence: "notYet", forMs: 0 });
  expect(board.arrive(room, "A", 1000)).toBe(true);
  expect(board.messageOf(room, "A", 1500)).toMatchObject({ presence: "here", forMs: 500 });
  expect(board.messageOf(room, "B", 1500)).toMatchObject({ presence: "notYet", forMs: 500 });
});

it("only the first device comes and only the last one leaves", () => {
  const board = presences();
  expect([board.arrive(room, "A", 0), board.arrive(room, "A", 1)]).toEqual([true, false]);
  expect(board.depart(room, "A", "dropped", 2)).toBe(false);
  expect(board.messageOf(room, "A", 3)).toMatchObject({ presence: "here", forMs: 3 });
  expect(board.depart(room, "A", "steppedOut", 4)).toBe(true);
  expect(board.depart(room, "A", "dropped", 5)).toBe(false);
  expect(board.messageOf(room, "A", 6)).toMatchObject({ presence: "steppedOut", forMs: 2 });
});

it("how each left is remembered while somebody may ask, and forgotten an hour after both are gone", () => {
  const board = presences();
  board.arrive(room, "A", 0);
  board.arrive(room, "B", 0);
  board.depart(room, "A", "dropped", 10);
  expect(board.isEmpty(room)).toBe(false);
  board.depart(room, "B", "dropped", 20);
  expect(board.isEmpty(room)).toBe(true);
  board.forgetLongGone(3_600_000);
  expect(board.messageOf(room, "B", 3_600_000)).toMatchObject({ presence: "dropped" });
  board.forgetLongGone(3_600_021);
  expect(board.messageOf(room, "B", 3_600_021)).toMatchObject({ presence: "notYet" });
});
