"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { RhythmForm, type RhythmFormProps } from "./rhythm-form";

/** The page of a rhythm: the builder, or that one waits for its answer. Needs `plan`. */
export function MakeRhythm({ waits, ...form }: RhythmFormProps & { waits: boolean }) {
  const t = useTranslations("plan.rhythm");
  // As it stood when somebody came here: their own offer, once it is sent, does not take the form's last words away.
  const [waited] = useState(waits);
  if (!waited) return <RhythmForm {...form} />;
  return (
    <EmptyState
      title={t("waits")}
      action={
        <ButtonLink href="/plan" prefetch={false} tone="secondary">
          {t("toPlan")}
        </ButtonLink>
      }
    >
      {t("waitsText")}
    </EmptyState>
  );
}
