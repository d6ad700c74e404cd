import type { ReactNode } from "react";

/**
 * What can be done now, within reach of a thumb. It sticks and does not float: the page's end is never hidden behind it. On pages
 * with tabs it stands on them (`--dock`, set by the shell).
 */
export function ActionBar({ children }: { children: ReactNode }) {
  return (
    <div className="sticky bottom-(--dock,0px) z-10 -mx-4 mt-auto border-t border-border bg-bg px-4 pb-[env(safe-area-inset-bottom)]">
      <div className="mx-auto flex min-h-18 max-w-room flex-wrap items-center justify-end gap-2 py-3">{children}</div>
    </div>
  );
}
