const withinMs = 1500;

type Press = Pick<KeyboardEvent, "key" | "timeStamp">;

/**
 * Hears Shift pressed and let go three times within 1.5 s with no other key between, so that capital letters never count.
 * Times are the events' own, in milliseconds.
 */
export const createTripleShift = (done: () => void) => {
  let presses: number[] = [];
  let alone = false;
  return {
    down: ({ key }: Press): void => {
      alone = key === "Shift";
      if (!alone) presses = [];
    },
    up: ({ key, timeStamp }: Press): void => {
      if (key !== "Shift" || !alone) return;
      alone = false;
      presses = [...presses.filter((at) => timeStamp - at <= withinMs), timeStamp];
      if (presses.length < 3) return;
      presses = [];
      done();
    },
  };
};
