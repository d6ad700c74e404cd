"use client";

import { useTranslations } from "next-intl";
import { NoticesRefusal } from "./refusal";
import type { Saving } from "./use-saving";

/** Beside what was changed: that it is kept, or that it is not. What a screen reader hears comes out of the live region. */
export function KeptMark({ saving: { saved, refused }, of }: { saving: Saving; of: readonly string[] }) {
  const t = useTranslations("notices");
  if (refused && of.includes(refused.what)) return <NoticesRefusal refusal={refused.refusal} />;
  const isSaved = saved !== null && of.includes(saved);
  return (
    <p aria-hidden className="-my-2 min-h-5 text-small text-muted">
      {isSaved ? t("saved") : ""}
    </p>
  );
}
