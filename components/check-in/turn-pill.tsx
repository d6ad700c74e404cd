import { useTranslations } from "next-intl";
import { classes } from "@/components/ui/classes";
import { PartnerMark } from "@/components/ui/partner-mark";
import { useRoomContext } from "./room";
import { useCrossing } from "./use-crossing";
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
  const { seat, says } = whoseMove(view);
  const side = seat === null ? "justify-center" : says === "yours" ? "justify-start" : "justify-end";
  const pill = useCrossing<HTMLParagraphElement>(side);
  return (
    <div className={classes("flex min-w-0 flex-1", side)}>
      <p ref={pill} className={classes(look, seat === null ? "border-control" : edges[seat])} data-testid="turn-pill">
        {seat === null ? (
          t(says)
        ) : (
          <PartnerMark seat={seat} name={says === "yours" ? t("yours") : names[seat]}>
            {says === "yours" ? undefined : t(says)}
          </PartnerMark>
        )}
      </p>
    </div>
  );
}
