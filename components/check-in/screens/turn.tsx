import type { StageView } from "@/lib/check-in/view";
import { TurnBreathe } from "./turn-breathe";
import { TurnCompose } from "./turn-compose";
import { TurnConfirm } from "./turn-confirm";
import { TurnEmpathise } from "./turn-empathise";
import { TurnLadder } from "./turn-ladder";
import { TurnListen } from "./turn-listen";
import { TurnMore } from "./turn-more";
import { TurnReflect } from "./turn-reflect";
import { TurnThank } from "./turn-thank";

export type TurnScreenProps = { view: Extract<StageView, { kind: "turn" }> };

const screens = {
  compose: TurnCompose,
  listen: TurnListen,
  reflect: TurnReflect,
  confirm: TurnConfirm,
  ladder: TurnLadder,
  breathe: TurnBreathe,
  more: TurnMore,
  empathise: TurnEmpathise,
  thank: TurnThank,
} as const;

/** The heart of a check-in, one screen a step. */
export function Turn({ view }: TurnScreenProps) {
  const Screen = screens[view.step];
  return <Screen view={view} />;
}
