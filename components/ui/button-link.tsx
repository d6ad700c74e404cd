import Link from "next/link";
import type { ComponentProps } from "react";
import { type ButtonTone, buttonLook } from "./button-look";

export type ButtonLinkProps = ComponentProps<typeof Link> & { tone?: ButtonTone; wide?: boolean };

/** Looks like a button and goes somewhere. It never changes anything: that is a form's work. */
export function ButtonLink({ tone = "primary", wide = false, className, ...rest }: ButtonLinkProps) {
  return <Link {...rest} className={buttonLook(tone, wide, className)} />;
}
