import { createContext, use } from "react";
import type { Seat } from "@/lib/ids";
import type { LoopPageProps } from "./loop-page";
import type { OpenedLane } from "./use-lanes";

export type LoopTableValue = LoopPageProps & {
  coupleKey: CryptoKey;
  lanes: Readonly<Record<Seat, OpenedLane>>;
};

const LoopContext = createContext<LoopTableValue | null>(null);
export const LoopTable = LoopContext.Provider;

/** @throws outside of a LoopTable */
export const useLoop = (): LoopTableValue => {
  const table = use(LoopContext);
  if (table === null) throw new Error("useLoop needs a LoopTable around it");
  return table;
};
