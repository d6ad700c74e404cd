import Link from "next/link";
import type { ReactNode } from "react";

/** A way on that stands in the text, tall enough for a thumb. Never fetched before it is pressed. */
export function TextLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      prefetch={false}
      className="inline-flex min-h-11 items-center justify-self-start font-semibold text-us underline underline-offset-4"
    >
      {children}
    </Link>
  );
}
