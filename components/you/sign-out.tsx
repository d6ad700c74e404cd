"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { z } from "zod";
import type { Refused } from "@/components/auth/answers";
import { leaveDevice } from "@/components/auth/leave-device";
import { readAnswer } from "@/components/auth/read-answer";
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
    const answer = readAnswer(await signOut().catch(() => null), z.null());
    if (answer.ok || answer.refusal === "signedOut") return leaveDevice();
    setPending(false);
    setRefusal(answer);
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
