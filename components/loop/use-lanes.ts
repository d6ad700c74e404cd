import { useEffect, useState } from "react";
import type { CoupleId, Seat } from "@/lib/ids";
import type { Lane, Loop } from "@/lib/reading/loop";
import { type Content, contents } from "@/lib/sealing/contents";
import { open } from "@/lib/sealing/open";

export type LaneWords = Content<"lane">;
/** `shut`: it could not be opened, beside the other one that could. */
export type OpenedLane =
  | { state: "empty" }
  | { state: "opening" }
  | { state: "open"; words: LaneWords }
  | { state: "shut" };

type Options = { loop: Loop; coupleId: CoupleId; coupleKey: CryptoKey };

/** Both lanes, opened on this device. */
export const useLanes = ({ loop, coupleId, coupleKey }: Options): Readonly<Record<Seat, OpenedLane>> => {
  const A = useLane(loop.lanes.A, coupleId, coupleKey);
  const B = useLane(loop.lanes.B, coupleId, coupleKey);
  return { A, B };
};

const useLane = (lane: Lane | null, coupleId: CoupleId, coupleKey: CryptoKey): OpenedLane => {
  const [opened, setOpened] = useState<{ of: string; lane: OpenedLane } | null>(null);
  const of = lane && `${lane.wordsId} ${lane.words?.c ?? ""}`;

  // biome-ignore lint/correctness/useExhaustiveDependencies: `of` says which words these are, however often the page is read again
  useEffect(() => {
    if (lane === null || of === null) return;
    let gone = false;
    const { seat, wordsId, words } = lane;
    const context = { coupleId, checkInId: "-", kind: "lane", authorSeat: seat, commandId: wordsId } as const;
    void open(coupleKey, context, words, contents.lane).then((result) => {
      if (!gone) setOpened({ of, lane: result.ok ? { state: "open", words: result.value } : { state: "shut" } });
    });
    return () => {
      gone = true;
    };
  }, [of, coupleId, coupleKey]);

  if (lane === null) return { state: "empty" };
  return opened?.of === of ? opened.lane : { state: "opening" };
};
