"use client";

import { type ReactNode, useEffect } from "react";
import { leaveNow, onShown } from "./leave-now";
import { createTripleShift } from "./triple-shift";

export type LeavePageProps = {
  /** The button's words. */
  children: ReactNode;
  /** For people who chose that leaving also forgets their keys on this device. */
  forget?: () => void;
};

/** The way out: the button, or Shift three times quickly. One for each signed-in page. */
export function LeavePage({ children, forget }: LeavePageProps) {
  useEffect(() => {
    const shift = createTripleShift(() => leaveNow(forget));
    const shown = (event: PageTransitionEvent) => {
      if (event.persisted) onShown(true);
    };
    onShown(false);
    window.addEventListener("keydown", shift.down);
    window.addEventListener("keyup", shift.up);
    window.addEventListener("pageshow", shown);
    return () => {
      window.removeEventListener("keydown", shift.down);
      window.removeEventListener("keyup", shift.up);
      window.removeEventListener("pageshow", shown);
    };
  }, [forget]);

  return (
    <button
      type="button"
      onClick={() => leaveNow(forget)}
      className="inline-flex min-h-11 items-center justify-center rounded-full border border-control bg-surface px-6 font-semibold text-ink hover:bg-us-tint"
    >
      {children}
    </button>
  );
}
