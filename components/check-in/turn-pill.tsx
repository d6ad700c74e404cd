import { useTranslations } from "next-intl";
import { useDeferredValue, ViewTransition } from "react";
import { classes } from "@/components/ui/classes";
import { PartnerMark } from "@/components/ui/partner-mark";
import { useRoomContext } from "./room";
import { whoseMove } from "./whose-move";

const look = "inline-flex min-h-11 max-w-full items-center rounded-full border-2 bg-surface px-4 font-semibold";

/**
 * Always on top: whose move it is. One's own turn is on one's own shore, the other's on the other; at a hand-over the pill
 * crosses, which is the one movement that the app makes by itself.
 */
export function TurnPill() {
  const { view, names } = useRoomContext();
  const t = useTranslations("room.pill");
  // Deferred, so that the words of the new step never wait for the pill to cross.
  const { seat, says } = whoseMove(useDeferredValue(view));
  const mine = says === "yours";
  const side = mine ? "justify-start" : seat === null ? "justify-center" : "justify-end";
  return (
    <div className={classes("flex min-w-0 flex-1", side)}>
      <ViewTransition default="hand-over">
        <p
          className={classes(
            look,
            seat === null ? "border-control" : seat === "A" ? "border-tide" : "border-4 border-double border-ember",
          )}
          data-testid="turn-pill"
        >
          {seat === null ? (
            t(says === "over" || says === "resting" ? says : "both")
          ) : (
            <PartnerMark seat={seat} name={mine ? t("yours") : names[seat]}>
              {mine || says === "both" || says === "over" || says === "resting" ? undefined : t(says)}
            </PartnerMark>
          )}
        </p>
      </ViewTransition>
    </div>
  );
}
