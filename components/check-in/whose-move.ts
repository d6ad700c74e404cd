import type { View } from "@/lib/check-in/view";
import type { Seat } from "@/lib/ids";
import { otherSeat } from "@/lib/other-seat";

/** Whose move it is, as the pill at the top says it. `seat`: whose colour and shape; null where it belongs to both or nobody. */
export type WhoseMove = {
  seat: Seat | null;
  says: "yours" | "both" | "waiting" | "sharing" | "listening" | "choosing" | "resting" | "over";
};

const listening: ReadonlySet<string> = new Set(["listen", "reflect", "empathise"]);

/** What the other one does while they hold the floor. */
const doing = ({ kind, step }: View["stage"]["view"]): WhoseMove["says"] => {
  if (kind === "request") return "choosing";
  return listening.has(step) ? "listening" : "sharing";
};

export const whoseMove = ({ end, onBreak, floor, awaits, seat, stage }: View): WhoseMove => {
  if (end) return { seat: null, says: "over" };
  if (onBreak) return { seat: null, says: "resting" };
  const them = otherSeat(seat);
  if (floor === them) return { seat: them, says: doing(stage.view) };
  if (floor === seat) return { seat, says: "yours" };
  if (awaits.includes(seat)) return awaits.includes(them) ? { seat: null, says: "both" } : { seat, says: "yours" };
  return { seat: them, says: "waiting" };
};
