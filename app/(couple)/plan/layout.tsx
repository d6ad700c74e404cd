import type { ReactNode } from "react";
import { PartnerShell } from "@/components/shell/partner-shell";
import { requirePartnership } from "@/server/couples/loaders";

export default async function PlanLayout({ children }: { children: ReactNode }) {
  // Each page asks as well. Here it is asked before anything is sent: under a loading state whoever is led elsewhere would get
  // a page first, with status 200.
  await requirePartnership();
  return <PartnerShell current="plan">{children}</PartnerShell>;
}
