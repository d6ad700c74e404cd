import type { ReactNode } from "react";
import type { Seat } from "@/lib/ids";
import { classes } from "./classes";
import { PartnerMark } from "./partner-mark";
import { shoreOf } from "./shore";

export type SpokenWordsProps = {
  seat: Seat;
  name: string;
  /** After the name, for example "says back". */
  says?: ReactNode;
  children: ReactNode;
  className?: string;
};

const papers = {
  tide: "border-l-4 border-solid border-tide bg-tide-tint text-tide-ink",
  ember: "border-l-6 border-double border-ember bg-ember-tint text-ember-ink",
} as const;

/** What a partner wrote: in the serif, on their paper, line breaks as they set them. Nothing of the app's own goes here. */
export function SpokenWords({ seat, name, says, children, className }: SpokenWordsProps) {
  return (
    <figure className={classes("grid gap-1 rounded-r-card p-4", papers[shoreOf(seat)], className)}>
      <figcaption className="text-small">
        <PartnerMark seat={seat} name={name} onPaper>
          {says}
        </PartnerMark>
      </figcaption>
      <blockquote className="font-spoken text-spoken whitespace-pre-line [overflow-wrap:anywhere]">
        {children}
      </blockquote>
    </figure>
  );
}
