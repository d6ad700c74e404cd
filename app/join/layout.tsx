import type { ReactNode } from "react";
import { loadOwnKeys } from "@/app/actions";
import { KeysProvider } from "@/components/auth/keys-provider";
import { LeaveFooter } from "@/components/shell/leave-footer";
import { PublicShell } from "@/components/shell/public-shell";

/* The way out is here too: an invitation may be the first thing that somebody sees of this, and not a welcome one. */
export default function JoinLayout({ children }: { children: ReactNode }) {
  return (
    <PublicShell leave={<LeaveFooter />}>
      <KeysProvider loadOwnKeys={loadOwnKeys}>{children}</KeysProvider>
    </PublicShell>
  );
}
