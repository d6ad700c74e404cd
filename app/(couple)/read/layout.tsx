import type { ReactNode } from "react";
import { PartnerShell } from "@/components/shell/partner-shell";

export default function ReadLayout({ children }: { children: ReactNode }) {
  return <PartnerShell current="read">{children}</PartnerShell>;
}
