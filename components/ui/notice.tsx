import type { ReactNode } from "react";
import { classes } from "./classes";

export type NoticeTone = "info" | "success" | "warn" | "danger";

export type NoticeProps = {
  tone?: NoticeTone;
  title?: ReactNode;
  children: ReactNode;
  className?: string;
  /** Part of the page from the start, so there is nothing to announce. */
  quiet?: boolean;
};

const tones: Record<NoticeTone, { look: string; path: string }> = {
  info: { look: "border-us bg-us-tint", path: "M10 9v5M10 6v.5" },
  success: { look: "border-success bg-success-tint", path: "m6 10.5 3 3 5-6.5" },
  warn: { look: "border-warn bg-warn-tint", path: "M10 5.5v5.5M10 14v.5" },
  danger: { look: "border-danger bg-danger-tint", path: "M10 5.5v5.5M10 14v.5" },
};

/** A sentence that needs to be noticed. Warnings and refusals interrupt a screen reader, the others wait their turn. */
export function Notice({ tone = "info", title, children, className, quiet = false }: NoticeProps) {
  const { look, path } = tones[tone];
  const role = tone === "warn" || tone === "danger" ? "alert" : "status";
  return (
    <div
      role={quiet ? undefined : role}
      className={classes("flex gap-3 rounded-card border-l-4 p-4 text-ink", look, className)}
    >
      <svg aria-hidden viewBox="0 0 20 20" className="mt-0.5 size-5 shrink-0">
        <circle cx="10" cy="10" r="8.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d={path} fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      </svg>
      <div className="grid min-w-0 gap-1">
        {title && <p className="font-semibold">{title}</p>}
        <div>{children}</div>
      </div>
    </div>
  );
}
