import { useTranslations } from "next-intl";
import { wallOf } from "@/lib/plan/format-zone-time";
import { instantsOf } from "./instants-of";
import type { OverlapDay } from "./overlap-day";

export type SlotBarsProps = { day: OverlapDay; zone: string; theirZone: string; theirName: string };

const hourMs = 60 * 60_000;
const width = 480;
const hours = [0, 6, 12, 18, 24] as const;

/**
 * One day as two bars, this person's clock over the other's: night shaded where it is night there, what both have free in the
 * shared colour. A drawing of what the list beside it says.
 */
export function SlotBars({ day, zone, theirZone, theirName }: SlotBarsProps) {
  const t = useTranslations("plan.slots");
  const [from = 0] = instantsOf({ date: day.date, time: "00:00" }, zone);
  const x = (at: number) => Math.max(0, Math.min(width, ((at - from) / (24 * hourMs)) * width));
  const bars = [
    { key: "mine", zone, label: t("you") },
    { key: "theirs", zone: theirZone, label: theirName },
  ] as const;
  return (
    <div aria-hidden className="grid gap-2">
      {bars.map((bar) => (
        <div key={bar.key} className="grid gap-0.5">
          <p className="text-small text-muted">{bar.label}</p>
          <svg
            aria-hidden
            viewBox={`0 0 ${width} 24`}
            preserveAspectRatio="none"
            className="h-6 w-full rounded-input border border-control bg-surface"
          >
            {nights(from, bar.zone).map(([begins, ends]) => (
              <rect key={begins} x={x(begins)} y="0" width={x(ends) - x(begins)} height="24" className="fill-border" />
            ))}
            {day.stretches.map((span) => (
              <rect
                key={span.from}
                x={x(span.from)}
                y="0"
                width={Math.max(2, x(span.until) - x(span.from))}
                height="24"
                className="fill-us"
              />
            ))}
          </svg>
          <p className="flex justify-between text-small text-muted tabular-nums">
            {hours.map((hour) => (
              <span key={hour}>{bar.key === "mine" ? clock(hour) : wallOf(from + hour * hourMs, bar.zone).time}</span>
            ))}
          </p>
        </div>
      ))}
    </div>
  );
}

const clock = (hour: number) => `${String(hour).padStart(2, "0")}:00`;

/** The stretches of 24 hours from `from` on in which it is night in that zone, 22:00 to 07:00, to the quarter of an hour. */
function nights(from: number, zone: string): [number, number][] {
  const quarter = hourMs / 4;
  const all: [number, number][] = [];
  for (let at = from; at < from + 24 * hourMs; at += quarter) {
    const { time } = wallOf(at, zone);
    if (time >= "07:00" && time < "22:00") continue;
    const last = all.at(-1);
    if (last && last[1] === at) last[1] = at + quarter;
    else all.push([at, at + quarter]);
  }
  return all;
}
