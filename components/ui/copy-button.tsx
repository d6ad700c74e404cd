"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "./button";
import type { ButtonTone } from "./button-look";

export type CopyButtonProps = { text: string; children: ReactNode; tone?: ButtonTone; wide?: boolean };

/** Copies and says so. Where the clipboard is not allowed it says how to copy by hand, since nothing else would. */
export function CopyButton({ text, children, tone = "secondary", wide }: CopyButtonProps) {
  const t = useTranslations("ui.copy");
  const [outcome, setOutcome] = useState<"none" | "copied" | "refused">("none");
  const copy = () => {
    // Absent on plain http, where `navigator.clipboard` is undefined.
    const write = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error("no clipboard"));
    write.then(
      () => setOutcome("copied"),
      () => setOutcome("refused"),
    );
  };
  return (
    <span className={wide ? "grid gap-1" : "inline-grid gap-1"}>
      <Button tone={tone} wide={wide} onClick={copy}>
        {children}
      </Button>
      <span role="status" className="min-h-5 text-center text-small text-muted">
        {outcome === "none" ? "" : t(outcome)}
      </span>
    </span>
  );
}
