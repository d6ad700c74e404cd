import type { StageView } from "@/lib/check-in/view";
import { RequestAnswer } from "./request-answer";
import { RequestAsk } from "./request-ask";
import { RequestSettle } from "./request-settle";

export type RequestScreenProps = { view: Extract<StageView, { kind: "request" }> };

const screens = { ask: RequestAsk, answer: RequestAnswer, settle: RequestSettle } as const;

/** One small wish, its answer, and whether it is kept. */
export function Request({ view }: RequestScreenProps) {
  const Screen = screens[view.step];
  return <Screen view={view} />;
}
