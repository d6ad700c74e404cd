"use client";

import { NeedKeys } from "@/components/auth/need-keys";
import type { CoupleId, Seat } from "@/lib/ids";
import type { ChooseShape, EmptyLane, Loop, OwnPiece, SaveLane, Yes } from "@/lib/reading/loop";

type Answer<T = unknown> = { ok: true; value: T } | { ok: false; refusal: string };

export type LoopActions = {
  saveLane(input: SaveLane): Promise<Answer>;
  emptyLane(input: EmptyLane): Promise<Answer>;
  chooseShape(input: ChooseShape): Promise<Answer>;
  sayYes(input: Yes): Promise<Answer>;
  takeBackYes(): Promise<Answer>;
  catchLoop(): Promise<Answer>;
  undoCatch(): Promise<Answer>;
  listOwnPieces(): Promise<Answer<readonly OwnPiece[]>>;
};

export type LoopPageProps = {
  loop: Loop;
  coupleId: CoupleId;
  seat: Seat;
  names: Readonly<Record<Seat, string>>;
  actions: LoopActions;
};

const load = async () => (await import("./opened-loop")).OpenedLoop;

/** Our loop, drawn by both. Needs `loop`, `unlock` and `account`. */
export function LoopPage(props: LoopPageProps) {
  return (
    <NeedKeys coupleId={props.coupleId} load={load}>
      {(coupleKey, OpenedLoop) => <OpenedLoop {...props} coupleKey={coupleKey} />}
    </NeedKeys>
  );
}
