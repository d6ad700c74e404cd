import { LocalTime } from "@/components/ui/local-time";
import type { Pair } from "./pair";
import { ZoneLine } from "./zone-line";

/** Day and time as this person's clock will show it, and both people's times where they differ. `at`: epoch ms. */
export function When({ at, pair, className }: { at: number; pair: Pair; className?: string }) {
  return (
    <div className="grid gap-0.5">
      <p className={className}>
        <LocalTime at={new Date(at).toISOString()} zone={pair.zone ?? undefined} />
      </p>
      <ZoneLine at={at} pair={pair} />
    </div>
  );
}
