import "./hand-over.css";
import { useTranslations } from "next-intl";
import { useDeferredValue, ViewTransition } from "react";
import { classes } from "@/components/ui/classes";
import { PartnerMark } from "@/components/ui/partner-mark";
import { useRoomContext } from "./room";
import { whoseMove } from "./whose-move";

const look = "inline-flex min-h-11 max-w-full items-center rounded-full border-2 bg-surface px-4 font-semibold";
const edges = { A: "border-tide", B: "border-4 border-double border-ember" } as const;

/**
 * Always on top: whose move it is. One's own turn is on one's own shore, the other's on the other; at a hand-over the pill
 * crosses, which is the one movement that the app makes by itself.
 */
export function TurnPill() {
  const { view, names } = useRoomContext();
  const t = useTranslations("room.pill");
  const move = whoseMove(view);
  // Two plain values and deferred, so that the words of the new step never wait for the pill, and it moves only to cross.
  const seat = useDeferredValue(move.seat);
  const says = useDeferredValue(move.says);
  const side = seat === null ? "justify-center" : says === "yours" ? "justify-start" : "justify-end";
  return (
    <div className={classes("flex min-w-0 flex-1", side)}>
      <ViewTransition default="hand-over">
        <p className={classes(look, seat === null ? "border-control" : edges[seat])} data-testid="turn-pill">
          {seat === null ? (
            t(says)
          ) : (
            <PartnerMark seat={seat} name={says === "yours" ? t("yours") : names[seat]}>
              {says === "yours" ? undefined : t(says)}
            </PartnerMark>
          )}
        </p>
      </ViewTransition>
    </div>
  );
}
