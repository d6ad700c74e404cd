"use client";

import { useTranslations } from "next-intl";
import { WritingCard } from "@/components/check-in/writing-card";
import type { ListedAgreement } from "@/lib/agreements/agreement";
import type { Seat } from "@/lib/ids";

export type AgreementWordsProps = {
  agreement: Pick<ListedAgreement, "request" | "answer" | "changed">;
  names: Readonly<Record<Seat, string>>;
};

/** What an agreement says now; the words it began with stay at hand. Needs an OpenerProvider of its check-in. */
export function AgreementWords({ agreement: { request, answer, changed }, names }: AgreementWordsProps) {
  const t = useTranslations("agreements");
  const first = (
    <>
      <WritingCard writing={request} name={names[request.seat]} says={t("asks")} />
      {answer.words && <WritingCard writing={answer} name={names[answer.seat]} says={t("answers")} className="ml-6" />}
    </>
  );
  if (!changed) return first;
  return (
    <>
      <WritingCard writing={changed} name={names[changed.seat]} says={t("newWords")} />
      <details className="grid gap-2">
        <summary className="min-h-11 cursor-pointer content-center text-us underline underline-offset-4">
          {t("firstWords")}
        </summary>
        <div className="grid gap-2">{first}</div>
      </details>
    </>
  );
}
