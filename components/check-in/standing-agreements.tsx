"use client";

import { createContext, type ReactNode, use } from "react";
import type { AgreementActions } from "@/components/agreements/use-agreement";
import type { ListedAgreement } from "@/lib/agreements/agreement";
import type { CoupleId } from "@/lib/ids";

export type StandingAgreements = {
  standing: readonly ListedAgreement[];
  coupleId: CoupleId;
  actions: AgreementActions;
  /** Keeps them true while they are looked at: what the other offers meanwhile comes by itself. */
  live?: ReactNode;
};

const StandingContext = createContext<StandingAgreements | null>(null);

/** Around a room whose guide looks at what the couple agreed on. */
export function StandingAgreementsProvider({ of, children }: { of: StandingAgreements | null; children: ReactNode }) {
  return <StandingContext value={of}>{children}</StandingContext>;
}

/** Null where nothing is known of agreements, as in a check-in that lives in one page. */
export const useStandingAgreements = (): StandingAgreements | null => use(StandingContext);
