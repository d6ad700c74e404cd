import type { ReactNode } from "react";
import { classes } from "./classes";

export type PageProps = {
  /** `room` 560 px, `reading` 720 px, `wide` two columns from 1024 px. */
  width?: "room" | "reading" | "wide";
  /** The page's h1. Leave it out when the page draws its own. */
  title?: ReactNode;
  /** One sentence under the title. */
  lead?: ReactNode;
  children: ReactNode;
  className?: string;
};

const widths = { room: "max-w-room", reading: "max-w-reading", wide: "max-w-wide" } as const;

/** The one `main` of a page, in its column; the skip link comes here. */
export function Page({ width = "room", title, lead, children, className }: PageProps) {
  return (
    <main
      id="main"
      tabIndex={-1}
      className={classes(
        "mx-auto flex w-full flex-1 flex-col gap-6 px-4 py-6 focus-visible:shadow-none focus-visible:outline-none sm:py-8",
        widths[width],
        className,
      )}
    >
      {title && (
        <div className="grid gap-2">
          <h1 className="text-h1 font-semibold">{title}</h1>
          {lead && <p className="max-w-measure text-lead text-muted">{lead}</p>}
        </div>
      )}
      {children}
    </main>
  );
}
