import type { Stage } from "@/lib/guides/guide";
import type { Seat } from "@/lib/ids";
import type { CommandType } from "../commands";
import type { CheckInEvent } from "../events";
import type { Inner } from "../state";
import { choose } from "./choose";
import { gather } from "./gather";
import type { Outcome, Setting } from "./machine";
import { request, requestFloorOf } from "./request";
import { reveal } from "./reveal";
import { turn, floorOf as turnFloorOf } from "./turn";

/** The one place that knows all five kinds. A stage and its inner state are always of one kind: `begin` made them so. */
export const beginStage = (stage: Stage, setting: Setting): Inner => {
  switch (stage.kind) {
    case "gather":
      return gather.begin(stage, setting);
    case "choose":
      return choose.begin(stage, setting);
    case "reveal":
      return reveal.begin(stage, setting);
    case "turn":
      return turn.begin(stage, setting);
    case "request":
      return request.begin(stage, setting);
  }
};

export const stageLegal = (inner: Inner, seat: Seat, stage: Stage): readonly CommandType[] => {
  if (inner.kind === "gather" && stage.kind === "gather") return gather.legal(inner, seat, stage);
  if (inner.kind === "choose" && stage.kind === "choose") return choose.legal(inner, seat, stage);
  if (inner.kind === "reveal" && stage.kind === "reveal") return reveal.legal(inner, seat, stage);
  if (inner.kind === "turn" && stage.kind === "turn") return turn.legal(inner, seat, stage);
  if (inner.kind === "request" && stage.kind === "request") return request.legal(inner, seat, stage);
  return [];
};

export const evolveStage = (
  inner: Inner,
  event: CheckInEvent & { seat: Seat },
  stage: Stage,
  setting: Setting,
): Outcome<Inner> => {
  if (inner.kind === "gather" && stage.kind === "gather") return gather.evolve(inner, event, stage, setting);
  if (inner.kind === "choose" && stage.kind === "choose") return choose.evolve(inner, event, stage, setting);
  if (inner.kind === "reveal" && stage.kind === "reveal") return reveal.evolve(inner, event, stage, setting);
  if (inner.kind === "turn" && stage.kind === "turn") return turn.evolve(inner, event, stage, setting);
  if (inner.kind === "request" && stage.kind === "request") return request.evolve(inner, event, stage, setting);
  return { inner };
};

/** Who holds the floor: at most one, and nobody where both act at once (promise 1). */
export const floorOf = (inner: Inner): Seat | null => {
  if (inner.kind === "turn") return turnFloorOf(inner);
  return inner.kind === "request" ? requestFloorOf(inner) : null;
};
