import type { Seat } from "@/lib/ids";

export type Point = { x: number; y: number };
/** A place on a side. `along`: the way the loop runs there, of length 1. */
export type Spot = Point & { along: Point };

/**
 * The lying or standing eight of two lanes: the lemniscate of Gerono, `(cos t, sin 2t / 2)`, which crosses itself in the
 * middle. One runs out of the middle, around one's own side and back into it, where the other's side begins.
 */
export type Eight = {
  center: Point;
  /** SVG paths of the two sides, each from the middle to the middle in the way the loop runs. */
  paths: Readonly<Record<Seat, string>>;
  /** Four places on each side, in the order in which one comes by. */
  spots: Readonly<Record<Seat, readonly Spot[]>>;
  /** The middle of each side, where there is room for words. */
  rooms: Readonly<Record<Seat, Point>>;
  /** Any place on a side: 0 where it leaves the middle, 1 where it comes back. */
  spotAt(seat: Seat, share: number): Spot;
};

type Measure = { width: number; height: number; margin: number; standing: boolean };

const bends = 8;
const spotCount = 4;

export const infinity = ({ width, height, margin, standing }: Measure): Eight => {
  const center = { x: width / 2, y: height / 2 };
  const long = (standing ? height : width) / 2 - margin;
  const wide = (standing ? width : height) / 2 - margin;
  const placed = (far: number, aside: number): Point => (standing ? { x: aside, y: far } : { x: far, y: aside });
  // sin 2t / 2 reaches half of 1, so `wide` is doubled to be reached.
  const at = (t: number): Point => {
    const { x, y } = placed(long * Math.cos(t), wide * Math.sin(2 * t));
    return { x: center.x + x, y: center.y + y };
  };
  const slope = (t: number): Point => placed(-long * Math.sin(t), 2 * wide * Math.cos(2 * t));

  /** Side A is the left or upper one: cos t is below zero there. */
  const begins = { A: Math.PI / 2, B: -Math.PI / 2 } as const;
  const path = (seat: Seat): string => {
    const step = Math.PI / bends;
    const curves = Array.from({ length: bends }, (_, bend) => {
      const [from, to] = [begins[seat] + bend * step, begins[seat] + (bend + 1) * step];
      const [start, end, out, into] = [at(from), at(to), slope(from), slope(to)];
      // A cubic that has the curve's own places and slopes at both ends (Hermite to Bézier: a third of the step).
      const first = { x: start.x + (out.x * step) / 3, y: start.y + (out.y * step) / 3 };
      const second = { x: end.x - (into.x * step) / 3, y: end.y - (into.y * step) / 3 };
      return `C${written(first)} ${written(second)} ${written(end)}`;
    });
    return `M${written(at(begins[seat]))}${curves.join("")}`;
  };
  const spotAt = (seat: Seat, share: number): Spot => {
    const t = begins[seat] + Math.PI * share;
    const { x, y } = slope(t);
    const length = Math.hypot(x, y);
    return { ...at(t), along: { x: x / length, y: y / length } };
  };
  const spots = (seat: Seat): Spot[] =>
    Array.from({ length: spotCount }, (_, index) => spotAt(seat, (index + 1) / (spotCount + 1)));
  const room = (seat: Seat): Point => {
    const side = placed(long * 0.62 * (seat === "A" ? -1 : 1), 0);
    return { x: center.x + side.x, y: center.y + side.y };
  };
  return {
    center,
    paths: { A: path("A"), B: path("B") },
    spots: { A: spots("A"), B: spots("B") },
    rooms: { A: room("A"), B: room("B") },
    spotAt,
  };
};

const written = ({ x, y }: Point): string => `${x.toFixed(1)} ${y.toFixed(1)}`;

/**
 * Words in lines of at most `most` characters, `lines` of them; what does not fit ends in an ellipsis. SVG breaks no lines by
 * itself.
 */
export const inLines = (text: string, most: number, lines: number): string[] => {
  const done: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if ([...longer].length <= most) line = longer;
    else {
      if (line !== "") done.push(line);
      line = word;
    }
  }
  if (line !== "") done.push(line);
  const shown = done.slice(0, lines).map((one) => cut(one, most));
  const last = shown.at(-1);
  if (done.length > lines && last !== undefined) shown[lines - 1] = `${cut(last, most - 1).replace(/…$/, "")}…`;
  return shown;
};

const cut = (text: string, most: number): string => {
  const letters = [...text];
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join("")}…`;
};
