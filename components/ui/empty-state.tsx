import type { ReactNode } from "react";

export type EmptyStateProps = { title: ReactNode; children?: ReactNode; action?: ReactNode };

/** Nothing here yet: what will be here, and the next step. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="grid justify-items-center gap-3 rounded-card border border-dashed border-control px-6 py-12 text-center">
      <svg aria-hidden viewBox="0 0 48 24" className="h-6 w-12 text-control">
        <circle cx="16" cy="12" r="9" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="m32 2 10 10-10 10-10-10z" fill="none" stroke="currentColor" strokeWidth="1.5" />
      </svg>
      <p className="text-lead font-semibold">{title}</p>
      {children && <div className="max-w-measure text-muted">{children}</div>}
      {action && <div className="mt-3">{action}</div>}
    </div>
  );
}
