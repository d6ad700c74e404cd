"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { type Refused, refused } from "@/components/auth/answers";
import { RefusalNotice } from "@/components/auth/refusal-notice";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";

/** Ends this device's session and clears what it holds. Needs `you` and `account`. */
export function SignOut({ signOut }: { signOut: () => Promise<unknown> }) {
  const t = useTranslations("you.signOut");
  const titleId = useId();
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<Refused | null>(null);

  const leave = async () => {
    setPending(true);
    setRefusal(null);
    const why = await import("@/components/auth/end-here").then(
      ({ endHere }) => endHere(signOut),
      () => refused("offline"),
    );
    if (why === null) return;
    setPending(false);
    setRefusal(why);
  };
  return (
    <Card aria-labelledby={titleId} className="grid gap-3">
      <h2 id={titleId} className="text-lead font-semibold">
        {t("title")}
      </h2>
      <p className="max-w-measure text-muted">{t("text")}</p>
      {refusal && <RefusalNotice refused={refusal} />}
      <div>
        <Button tone="secondary" onClick={leave} pending={pending} pendingWords={t("pending")}>
          {t("button")}
        </Button>
      </div>
    </Card>
  );
}
