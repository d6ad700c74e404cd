import { useEffect, useRef, useState } from "react";
import { useRoomContext } from "./room";

/** True from the moment both are back from a pause until the step moves on: each reads one line to begin again with. */
export const useRestart = (): boolean => {
  const { view } = useRoomContext();
  const wasOnBreak = useRef(false);
  const [restartedAt, setRestartedAt] = useState<number | null>(null);
  const isOnBreak = view.onBreak !== null;
  useEffect(() => {
    if (wasOnBreak.current && !isOnBreak) setRestartedAt(view.step);
    wasOnBreak.current = isOnBreak;
  }, [isOnBreak, view.step]);
  return restartedAt === view.step && !isOnBreak && view.end === null;
};
