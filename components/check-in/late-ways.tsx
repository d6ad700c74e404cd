"use client";

import { createContext, type ReactNode, use } from "react";
import type { LateWays } from "@/components/plan/late-lobby";

const LateWaysContext = createContext<LateWays | null>(null);

/** Around a room whose lobby is open: what can be done about a partner who is late. */
export function LateWaysProvider({ ways, children }: { ways: LateWays | null; children: ReactNode }) {
  return <LateWaysContext value={ways}>{children}</LateWaysContext>;
}

/** Null where nothing can be done but to wait or to end it, as in the demo. */
export const useLateWays = (): LateWays | null => use(LateWaysContext);
