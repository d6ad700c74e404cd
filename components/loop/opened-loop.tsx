import { LiveRegion } from "@/components/ui/live-region";
import { Caught } from "./caught";
import { LoopFigure } from "./loop-figure";
import type { LoopPageProps } from "./loop-page";
import { LoopTable } from "./loop-table";
import { OwnLane } from "./own-lane";
import { ShapeChoice } from "./shape-choice";
import { TextTwin } from "./text-twin";
import { useLanes } from "./use-lanes";
import { YesCard } from "./yes-card";

/** The loop with both lanes open. */
export function OpenedLoop(props: LoopPageProps & { coupleKey: CryptoKey }) {
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
