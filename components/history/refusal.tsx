"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { PageRefusal } from "./fetch-page";

/** Why a page of the list did not come. What is on the screen stays. */
export function HistoryRefusal({ refusal }: { refusal: PageRefusal | null }) {
  const t = useTranslations("read.refusals");
  return refusal && <Notice tone="warn">{t(refusal)}</Notice>;
}
