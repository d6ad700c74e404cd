"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Refused } from "@/components/auth/answers";
import { Notice } from "@/components/ui/notice";

/** A refusal in its own words, with the wait where there is one. `children`: the next step. Needs `account`. */
export function RefusalNotice({ refused, children }: { refused: Refused; children?: ReactNode }) {
  const t = useTranslations("account");
  const seconds = refused.retryAfterSeconds ?? 60;
  const wait = seconds < 90 ? t("wait.seconds", { seconds }) : t("wait.minutes", { minutes: Math.ceil(seconds / 60) });
  return (
    <Notice tone="warn" title={t(`refusals.${refused.refusal}.title`)}>
      <p>{t(`refusals.${refused.refusal}.text`, { wait })}</p>
      {children}
    </Notice>
  );
}
