"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useCallback, useId, useState } from "react";
import { RefusalNotice, type Refused } from "@/components/join/refusal";
import { SixWords } from "@/components/join/six-words";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { CoupleId } from "@/lib/ids";

type Answered = { ok: true } | ({ ok: false } & Refused);

export type CompareAndAnswerProps = {
  coupleId: CoupleId;
  name: string;
  /** The public keys that the words are made of. */
  own: string;
  theirs: string;
  title: string;
  children: ReactNode;
  /** What is done once the words were the same; left out when that is done already. */
  yes?: { words: string; does: () => Promise<Answered> };
  no: () => Promise<Answered>;
};

/** The other one asks with new keys: the six words of both, and what follows from them. Nothing is sealed before the words are seen. */
export function CompareAndAnswer({ coupleId, name, own, theirs, title, children, yes, no }: CompareAndAnswerProps) {
  const t = useTranslations("letIn");
  const titleId = useId();
  const [shown, setShown] = useState(false);
  const [pending, setPending] = useState<"yes" | "no" | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const onShown = useCallback(() => setShown(true), []);

  const answer = async (word: "yes" | "no", does: () => Promise<Answered>) => {
    setPending(word);
    setRefused(null);
    const answered = await does().catch(() => ({ ok: false as const, refusal: "unavailable" }));
    setPending(null);
    setRefused(answered.ok ? null : answered);
  };

  return (
    <Card tone="us" role="status" aria-labelledby={titleId} className="grid gap-4">
      <h2 id={titleId} className="text-lead font-semibold">
        {title}
      </h2>
      {children}
      <SixWords about={coupleId} inviterPublicKey={own} claimantPublicKey={theirs} onShown={onShown} />
      {yes && <p className="text-small">{t("asks.different")}</p>}
      <RefusalNotice refused={refused} />
      <div className="flex flex-wrap gap-2">
        {yes && (
          <Button
            onClick={() => answer("yes", yes.does)}
            disabled={!shown || pending === "no"}
            pending={pending === "yes"}
            pendingWords={t("asks.sealing", { name })}
          >
            {yes.words}
          </Button>
        )}
        <Button
          tone="secondary"
          onClick={() => answer("no", no)}
          disabled={pending === "yes"}
          pending={pending === "no"}
        >
          {t("asks.no")}
        </Button>
      </div>
    </Card>
  );
}
