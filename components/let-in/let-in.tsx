"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { type IdentityHere, openIdentity, openOwnCopy } from "@/components/auth/couple-key-here";
import { KeysAway } from "@/components/auth/keys-away";
import type { LoadOwnKeys } from "@/components/auth/own-keys";
import { type Looked, useKeysHere } from "@/components/auth/use-keys-here";
import { AskToBeLetIn } from "@/components/let-in/ask-to-be-let-in";
import { LetPartnerIn } from "@/components/let-in/let-partner-in";
import type { KeyStanding, LetInActions } from "@/components/let-in/standing";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";
import { type CoupleId, coupleIdSchema } from "@/lib/ids";

export type LetInProps = { coupleId: string; name: string; standing: KeyStanding; actions: LetInActions };

type Here = IdentityHere & { opens: boolean };

async function lookHere(coupleId: CoupleId, loadOwnKeys: LoadOwnKeys): Promise<Looked<Here>> {
  const here = await openIdentity(loadOwnKeys);
  if (here.state !== "ready") return here;
  return { state: "ready", value: { ...here.value, opens: (await openOwnCopy(here.value, coupleId)) !== null } };
}

/**
 * One page for both sides: whoever holds the couple's key may hand it over, whoever does not may ask for it. Which of the two it is,
 * this browser finds out by trying. Needs `letIn`, `linking`, `unlock`, `account` and `KeysProvider`.
 */
export function LetIn(props: LetInProps) {
  const t = useTranslations("letIn");
  const opening = useTranslations("unlock")("opening");
  const coupleId = coupleIdSchema.parse(props.coupleId);
  const look = useCallback((loadOwnKeys: LoadOwnKeys) => lookHere(coupleId, loadOwnKeys), [coupleId]);
  const found = useKeysHere(look);
  if (found.state === "opening") return <Skeleton label={opening} />;
  if (found.state !== "ready") return <KeysAway found={found} />;
  const { name, standing, actions } = props;
  const here = found.value;
  // Another key of theirs is another card: nothing that was compared for one holds for the next.
  const shared = { coupleId, name, standing, actions, here };
  if (!here.opens) return <AskToBeLetIn key={standing.theirs} {...shared} />;
  if (standing.asks !== null) return <LetPartnerIn key={standing.theirs} {...shared} />;
  return (
    <Card aria-labelledby="opens-here" className="grid gap-3">
      <h2 id="opens-here" className="text-lead font-semibold">
        {t(standing.theirsLost ? "theirs.title" : "nothing.title", { name })}
      </h2>
      <p className="max-w-measure">{t(standing.theirsLost ? "theirs.text" : "nothing.text", { name })}</p>
      <ButtonLink href="/us" prefetch={false} className="justify-self-start">
        {t("nothing.back")}
      </ButtonLink>
    </Card>
  );
}
