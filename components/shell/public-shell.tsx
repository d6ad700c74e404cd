import type { ReactNode } from "react";
import { Footer } from "./footer";
import { Header } from "./header";

/** Header and footer for pages that anybody may see. `actions` go to the right of the name, `leave` before the footer's links. */
export function PublicShell({
  actions,
  leave,
  children,
}: {
  actions?: ReactNode;
  leave?: ReactNode;
  children: ReactNode;
}) {
  return (
    <>
      <Header>{actions}</Header>
      {children}
      <Footer>{leave}</Footer>
    </>
  );
}
