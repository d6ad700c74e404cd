import type { ReactNode } from "react";
import { PartnerShell } from "@/components/shell/partner-shell";

export default function PlanLayout({ children }: { children: ReactNode }) {
  return <PartnerShell current="plan">{children}</PartnerShell>;
}
