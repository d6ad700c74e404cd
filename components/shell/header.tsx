import type { ReactNode } from "react";
import { Wordmark } from "./wordmark";

/** The top of every page. `home` is where the name leads: the landing page, or Us for partners. */
export function Header({ home = "/", children }: { home?: string; children?: ReactNode }) {
  return (
    <header className="mx-auto flex w-full max-w-wide flex-wrap items-center justify-between gap-x-4 px-4 pt-[calc(8px+env(safe-area-inset-top))] print:hidden">
      <Wordmark href={home} />
      {children}
    </header>
  );
}
