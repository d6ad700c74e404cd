import type { ReactNode } from "react";
import { PartnerShell } from "@/components/shell/partner-shell";

export default function UsLayout({ children }: { children: ReactNode }) {
  return <PartnerShell current="us">{children}</PartnerShell>;
}
