"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "./button";
import { Notice } from "./notice";
import { Sheet } from "./sheet";

export type ConfirmProps = {
  open: boolean;
  onClose: () => void;
  onConfirm: () => void;
  title: ReactNode;
  /** What will be so afterwards, one sentence each. Nobody agrees to what they could not read. */
  consequences: readonly string[];
  /** The act itself ("Unlink"), never "Yes" or "OK". */
  confirmLabel: string;
  cancelLabel?: string;
  pending?: boolean;
  pendingWords?: string;
  error?: ReactNode;
  children?: ReactNode;
};

/** A step that cannot be taken back: what follows from it, then the act by its name. */
export function Confirm(props: ConfirmProps) {
  const { open, onClose, onConfirm, title, consequences, confirmLabel, cancelLabel, pending, pendingWords, error } =
    props;
  const t = useTranslations("ui");
  return (
    <Sheet open={open} onClose={onClose} title={title} held={pending}>
      <ul className="grid list-disc gap-2 pl-6">
        {consequences.map((consequence) => (
          <li key={consequence}>{consequence}</li>
        ))}
      </ul>
      {props.children}
      {error && <Notice tone="danger">{error}</Notice>}
      <div className="grid gap-2 sm:flex sm:flex-row-reverse sm:flex-wrap sm:justify-start">
        <Button tone="danger" onClick={onConfirm} pending={pending} pendingWords={pendingWords}>
          {confirmLabel}
        </Button>
        <Button tone="secondary" onClick={onClose} disabled={pending}>
          {cancelLabel ?? t("cancel")}
        </Button>
      </div>
    </Sheet>
  );
}
