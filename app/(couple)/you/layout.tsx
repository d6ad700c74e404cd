import type { ReactNode } from "react";
import { PartnerShell } from "@/components/shell/partner-shell";

export default function YouLayout({ children }: { children: ReactNode }) {
  return <PartnerShell current="you">{children}</PartnerShell>;
}
