"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";

/** Shown while a worker stretches a password: what happens, and that it goes on. Argon2id cannot say how far it is. */
export function MakingKey({ doing }: { doing: "making" | "opening" }) {
  const t = useTranslations("account.working");
  return (
    <Card tone="us" className="grid gap-3">
      <p role="status" className="font-semibold">
        {t(`${doing}.title`)}
      </p>
      <progress aria-label={t(`${doing}.title`)} className="h-2 w-full" />
      <p className="max-w-measure text-small">{t(`${doing}.text`)}</p>
    </Card>
  );
}
