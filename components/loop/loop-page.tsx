"use client";

import { NeedKeys } from "@/components/auth/need-keys";
import { LiveRegion } from "@/components/ui/live-region";
import type { CoupleId, Seat } from "@/lib/ids";
import type { ChooseShape, EmptyLane, Loop, OwnPiece, SaveLane, Yes } from "@/lib/reading/loop";
import { Caught } from "./caught";
import { LoopFigure } from "./loop-figure";
import { LoopTable } from "./loop-table";
import { OwnLane } from "./own-lane";
import { ShapeChoice } from "./shape-choice";
import { TextTwin } from "./text-twin";
import { useLanes } from "./use-lanes";
import { YesCard } from "./yes-card";

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

/** Our loop, drawn by both. Needs `loop`, `unlock` and `account`. */
export function LoopPage(props: LoopPageProps) {
  return <NeedKeys coupleId={props.coupleId}>{(coupleKey) => <Open {...props} coupleKey={coupleKey} />}</NeedKeys>;
}

function Open(props: LoopPageProps & { coupleKey: CryptoKey }) {
  const lanes = useLanes(props);
  return (
    <LiveRegion>
      <LoopTable value={{ ...props, lanes }}>
        <LoopFigure />
        <TextTwin />
        <OwnLane />
        <ShapeChoice />
        <YesCard />
        <Caught />
      </LoopTable>
    </LiveRegion>
  );
}
