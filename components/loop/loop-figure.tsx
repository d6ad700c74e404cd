import { classes } from "@/components/ui/classes";
import { shoreOf } from "@/components/ui/shore";
import type { Seat } from "@/lib/ids";
import { type Eight, infinity, inLines, type Point } from "@/lib/reading/infinity";
import { hasMet, type Shape } from "@/lib/reading/loop";
import { wordsOf } from "./lane-steps";
import { useLoop } from "./loop-table";
import type { OpenedLane } from "./use-lanes";

const standing = { width: 360, height: 600, margin: 26, standing: true } as const;
const lying = { width: 860, height: 380, margin: 28, standing: false } as const;
const seats = ["A", "B"] as const;

/**
 * The eight of two lanes: standing on a phone, lying where there is room. It says nothing that the list below it does not
 * say, so it is hidden from screen readers.
 */
export function LoopFigure() {
  return (
    <figure aria-hidden className="grid rounded-card border border-border bg-surface p-2 print:break-inside-avoid">
      <Drawing measure={standing} className="mx-auto w-full max-w-[420px] md:hidden print:hidden" />
      <Drawing measure={lying} className="hidden w-full md:block print:block" />
    </figure>
  );
}

type Measure = typeof standing | typeof lying;

function Drawing({ measure, className }: { measure: Measure; className: string }) {
  const { loop, lanes, names } = useLoop();
  const figure = infinity(measure);
  const met = hasMet(loop);
  return (
    <svg viewBox={`0 0 ${measure.width} ${measure.height}`} className={className} aria-hidden focusable="false">
      {seats.map((seat) => (
        <g key={seat} className={shoreOf(seat) === "tide" ? "text-tide" : "text-ember"}>
          <Side seat={seat} path={figure.paths[seat]} isEmpty={lanes[seat].state === "empty"} />
          {figure.spots[seat].map((spot, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the places on a side are counted
            <Spot key={index} at={spot} seat={seat} number={index + 1} />
          ))}
          <Room at={figure.rooms[seat]} seat={seat} name={names[seat]} lane={lanes[seat]} isWide={!measure.standing} />
        </g>
      ))}
      {loop.shape && <Arrows figure={figure} shape={loop.shape} />}
      <Middle at={figure.center} met={met} />
    </svg>
  );
}

/** Tide's edge is solid and Ember's is double, as everywhere. An empty lane is only hinted at. */
function Side({ seat, path, isEmpty }: { seat: Seat; path: string; isEmpty: boolean }) {
  const double = shoreOf(seat) === "ember";
  return (
    <>
      <path
        d={path}
        fill="none"
        stroke="currentColor"
        strokeWidth={double ? 7 : 5}
        strokeLinecap="round"
        strokeDasharray={isEmpty ? "1 12" : undefined}
      />
      {double && !isEmpty && <path d={path} fill="none" className="stroke-surface" strokeWidth="2.5" />}
    </>
  );
}

function Spot({ at, seat, number }: { at: Point; seat: Seat; number: number }) {
  const { x, y } = at;
  const circle = shoreOf(seat) === "tide";
  return (
    <>
      {circle ? (
        <circle cx={x} cy={y} r="13" fill="currentColor" />
      ) : (
        <path d={`M${x} ${y - 17}l17 17-17 17-17-17z`} fill="currentColor" />
      )}
      <text x={x} y={y} dy="0.35em" textAnchor="middle" className="fill-surface font-sans text-small font-semibold">
        {number}
      </text>
    </>
  );
}

type RoomProps = { at: Point; seat: Seat; name: string; lane: OpenedLane; isWide: boolean };

/** In the middle of a side: whose it is, what they do, and what is underneath. */
function Room({ at, seat, name, lane, isWide }: RoomProps) {
  const most = isWide ? 24 : 22;
  const words = lane.state === "open" ? lane.words : null;
  const doing = inLines((words && wordsOf(words, "doing")) ?? "", most, 3);
  const tender = inLines((words && wordsOf(words, "tender")) ?? "", most, 2);
  const lines = [
    { text: inLines(name, most - 2, 1)[0] ?? "", look: "font-sans text-body font-semibold fill-current" },
    ...doing.map((text) => ({ text, look: "font-spoken text-body fill-ink" })),
    ...tender.map((text) => ({ text, look: "font-spoken text-small italic fill-ink" })),
  ];
  const top = at.y - ((lines.length - 1) * 22) / 2;
  return (
    <text textAnchor="middle" className={shoreOf(seat) === "tide" ? "text-tide" : "text-ember"}>
      {lines.map(({ text, look }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text
        <tspan key={index} x={at.x} y={top + index * 22} className={look}>
          {index === 0 ? `${shoreOf(seat) === "tide" ? "●" : "◆"} ${text}` : text}
        </tspan>
      ))}
    </text>
  );
}

/**
 * Which way it runs: around after one another, both towards the middle, or both away from it. It is the same on both sides, so
 * that the drawing does not say who does which.
 */
function Arrows({ figure, shape }: { figure: Eight; shape: Shape }) {
  return seats.map((seat) => {
    const { x, y, along } = figure.spotAt(seat, shape === "reachAndRetreat" ? 0.5 : 0.88);
    const turn = (Math.atan2(along.y, along.x) * 180) / Math.PI + (shape === "bothRetreat" ? 180 : 0);
    return (
      <path
        key={seat}
        d="M-7-10 7 0-7 10"
        transform={`translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${turn.toFixed(1)})`}
        fill="none"
        strokeWidth="4.5"
        strokeLinecap="round"
        strokeLinejoin="round"
        className="stroke-us"
      />
    );
  });
}

/** Open until both have said yes; then it is theirs. */
function Middle({ at: { x, y }, met }: { at: Point; met: boolean }) {
  return (
    <circle
      cx={x}
      cy={y}
      r={met ? 12 : 14}
      strokeWidth="3"
      strokeDasharray={met ? undefined : "4 5"}
      className={classes("stroke-us", met ? "fill-us" : "fill-surface")}
    />
  );
}
