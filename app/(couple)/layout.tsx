import type { ReactNode } from "react";
import { loadOwnKeys } from "@/app/actions";
import { KeysProvider } from "@/components/auth/keys-provider";

/**
 * Around every signed-in page. It gates nothing (layouts are not asked again when people move between pages): each page does,
 * by its loader. Header and tabs come with each segment's own layout, which knows its tab (`PartnerShell`).
 */
export default function SignedInLayout({ children }: { children: ReactNode }) {
  return <KeysProvider loadOwnKeys={loadOwnKeys}>{children}</KeysProvider>;
}
