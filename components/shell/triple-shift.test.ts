import { expect, test, vi } from "vitest";
import { createTripleShift } from "./triple-shift";

const press = (shift: ReturnType<typeof createTripleShift>, key: string, timeStamp: number) => {
  shift.down({ key, timeStamp });
  shift.up({ key, timeStamp });
};

test("Shift three times within a second and a half leaves", () => {
  const done = vi.fn();
  const shift = createTripleShift(done);
  for (const at of [0, 700]) press(shift, "Shift", at);
  expect(done).not.toHaveBeenCalled();
  press(shift, "Shift", 1400);
  expect(done).toHaveBeenCalledTimes(1);
});

test("slow presses do not leave", () => {
  const done = vi.fn();
  const shift = createTripleShift(done);
  for (const at of [0, 1000, 2000, 3000]) press(shift, "Shift", at);
  expect(done).not.toHaveBeenCalled();
});

test("three capital letters in a row do not leave", () => {
  const done = vi.fn();
  const shift = createTripleShift(done);
  for (const at of [0, 100, 200]) {
    shift.down({ key: "Shift", timeStamp: at });
    press(shift, "A", at + 10);
    shift.up({ key: "Shift", timeStamp: at + 20 });
  }
  expect(done).not.toHaveBeenCalled();
});

test("another key between the presses starts the count anew", () => {
  const done = vi.fn();
  const shift = createTripleShift(done);
  for (const [at, key] of ["Shift", "Shift", "a", "Shift", "Shift"].entries()) press(shift, key, at * 10);
  expect(done).not.toHaveBeenCalled();
});
