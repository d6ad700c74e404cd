import type { ReactNode } from "react";
import { LeaveFooter } from "@/components/shell/leave-footer";
import { PublicShell } from "@/components/shell/public-shell";

/* The way out is here too: somebody who reads the safety page may need it most. */
export default function InfoLayout({ children }: { children: ReactNode }) {
  return <PublicShell leave={<LeaveFooter />}>{children}</PublicShell>;
}
