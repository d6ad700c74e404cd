import { type Wall, wallOf } from "@/lib/plan/format-zone-time";

const dayMs = 24 * 60 * 60 * 1000;
const minuteMs = 60_000;

/**
 * The instants (epoch ms, soonest first) at which the walls of a zone show this: one as a rule, none where the clocks go
 * forward over it, two where they go back over it; none for what is no date or time. By Intl alone, for browsers; what counts
 * is what the server makes of it. Tried with the offsets of the day before and the day after, between which a clock change lies.
 */
export const instantsOf = (wall: Wall, zone: string): number[] => {
  const asIfUtc = utcOf(wall);
  if (Number.isNaN(asIfUtc)) return [];
  const offsets = new Set([-dayMs, dayMs].map((away) => offsetAt(asIfUtc + away, zone)));
  return [...offsets]
    .map((offset) => asIfUtc - offset)
    .filter((at) => utcOf(wallOf(at, zone)) === asIfUtc)
    .sort((one, other) => one - other);
};

const utcOf = ({ date, time }: Wall) => Date.parse(`${date}T${time}:00Z`);
const offsetAt = (at: number, zone: string) => utcOf(wallOf(at, zone)) - Math.floor(at / minuteMs) * minuteMs;
