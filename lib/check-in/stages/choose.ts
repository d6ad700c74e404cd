import type { ChooseStage } from "@/lib/guides/guide";
import { type Seat, seatSchema } from "@/lib/ids";
import type { Choose } from "../state";
import type { Machine, Setting } from "./machine";

/** What may be picked: the ids of the stage's options, or a seat when the order is what is chosen; and always "either". */
export const pickableOptions = (stage: ChooseStage): readonly string[] =>
  stage.options === "order" ? ["A", "B", "either"] : [...stage.options.map((option) => option.id), "either"];

/** Picks that agree win; one "either" gives way; otherwise the favoured seat decides (conversation.md, stage kinds). */
const settle = (stage: ChooseStage, a: string, b: string, { favoured }: Setting): string => {
  if (a === "either" && b !== "either") return b;
  if (b === "either" && a !== "either") return a;
  if (a === b && a !== "either") return a;
  if (stage.options === "order") return favoured;
  const theirs = favoured === "A" ? a : b;
  return theirs === "either" ? (stage.options[0]?.id ?? "either") : theirs;
};

const asSeat = (option: string): Seat | undefined => seatSchema.safeParse(option).data;

/** Both pick one of the options, unseen by the other until both have. */
export const choose: Machine<Choose, ChooseStage> = {
  begin: () => ({ kind: "choose", step: "pick", picks: {} }),
  legal: (inner, seat) => (inner.picks[seat] === undefined ? ["pick"] : []),
  evolve(inner, event, stage, setting) {
    if (event.type !== "picked") return { inner };
    const picks = { ...inner.picks, [event.seat]: event.option };
    if (picks.A === undefined || picks.B === undefined) return { inner: { ...inner, picks } };
    const option = settle(stage, picks.A, picks.B, setting);
    const first = stage.options === "order" ? asSeat(option) : undefined;
    return { done: { stageId: stage.id, kind: "choose", option }, ...(first && { first }) };
  },
};
