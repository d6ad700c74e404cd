"use client";

import { useTranslations } from "next-intl";
import { type MouseEvent, type ReactNode, useEffect, useId, useRef } from "react";

export type SheetProps = {
  open: boolean;
  /** Asked for by Escape, the close button or a press beside the sheet. The owner sets `open` to false. */
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  /** Something is under way that closing would not stop: Escape and a press beside do nothing. */
  held?: boolean;
};

/** A modal sheet: from below on phones, in the middle elsewhere. The native dialog traps focus and gives it back. */
export function Sheet({ open, onClose, title, children, held = false }: SheetProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const t = useTranslations("ui");

  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    if (open && !dialog.open) dialog.showModal();
    if (!open && dialog.open) dialog.close();
  }, [open]);

  const ask = () => {
    if (!held) onClose();
  };
  const pressBeside = (event: MouseEvent<HTMLDialogElement>) => {
    if (event.target === event.currentTarget) ask();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the keyboard's way, and the dialog's cancel event hears it
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      onCancel={(event) => {
        // `open` is the owner's word: the dialog closes when the owner says so, and a held sheet not at all.
        event.preventDefault();
        ask();
      }}
      onClick={pressBeside}
      className="m-0 mt-auto max-h-[92dvh] w-full max-w-none overscroll-contain rounded-t-sheet border border-border bg-surface p-0 text-ink backdrop:bg-[rgb(14_18_22/0.5)] open:animate-enter md:m-auto md:max-w-room md:rounded-sheet"
    >
      <div className="grid gap-4 px-4 pt-4 pb-[calc(24px+env(safe-area-inset-bottom))] sm:px-6">
        <div className="flex items-start justify-between gap-4">
          <h2 id={titleId} className="pt-2 text-lead font-semibold">
            {title}
          </h2>
          <button
            type="button"
            onClick={ask}
            disabled={held}
            className="-mr-4 min-h-11 shrink-0 rounded-full px-4 font-semibold text-us hover:bg-us-tint"
          >
            {t("close")}
          </button>
        </div>
        {open && children}
      </div>
    </dialog>
  );
}
