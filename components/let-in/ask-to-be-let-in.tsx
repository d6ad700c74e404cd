"use client";

import { useTranslations } from "next-intl";
import { useCallback, useRef, useState } from "react";
import { goOn } from "@/components/auth/go-on";
import { ask } from "@/components/join/ask";
import { RefusalNotice, type Refused } from "@/components/join/refusal";
import { SixWords } from "@/components/join/six-words";
import { keepCoupleKey } from "@/components/keys/key-store";
import { BeginAgain } from "@/components/let-in/begin-again";
import type { LetPartnerInProps } from "@/components/let-in/let-partner-in";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { importCoupleKey, openSealedCoupleKey, sealCoupleKeyTo } from "@/lib/sealing/couple-key";

/**
 * This one's keys do not open the couple's words. They ask, both see six words, the other says "that's them", and this one
 * says too that the words were the same: the key that is opened then comes from the very key that those words were made of.
 * Where the other has lost theirs too, the same question is one to begin again with a new key.
 */
export function AskToBeLetIn(props: LetPartnerInProps) {
  const { coupleId, name, standing, actions, here } = props;
  const t = useTranslations("letIn");
  const { identity } = here;
  const { lost, theirs, theirsLost, asked, asks } = standing;
  const [beginning, setBeginning] = useState(false);
  const [shown, setShown] = useState(false);
  const [pending, setPending] = useState<"ask" | "stop" | "open" | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const onShown = useCallback(() => setShown(true), []);
  const stopped = useRef(false);
  const turnedAway = useTurnedAway(asked !== null, stopped);
  /** Sent again as it was, so that an answer that was lost costs nothing. */
  const copy = useRef<{ of: string; sealedCoupleKey: string; key: CryptoKey }>(null);

  const run = async (what: "ask" | "stop" | "open", work: () => Promise<{ ok: true } | ({ ok: false } & Refused)>) => {
    setPending(what);
    setRefused(null);
    const answer = await work().catch(() => ({ ok: false as const, refusal: "unavailable" }));
    // Opened: this page goes on at once, and shows nothing new until it has.
    if (!answer.ok || what !== "open") setPending(null);
    if (!answer.ok) setRefused(answer);
    return answer.ok;
  };

  const publicKey = identity.publicKey;
  const askNow = () => run("ask", () => ask(actions.ask, { coupleId, publicKey }));
  const stop = () => {
    stopped.current = true;
    return run("stop", () => ask(actions.stop, { coupleId }));
  };
  const open = async (sealedKey: string) => {
    stopped.current = true;
    const done = await run("open", async () => {
      if (copy.current?.of !== sealedKey) {
        const raw = await openSealedCoupleKey(identity, sealedKey, coupleId, theirs);
        if (!raw.ok) return raw;
        const sealedCoupleKey = await sealCoupleKeyTo(publicKey, raw.value, coupleId, identity);
        copy.current = { of: sealedKey, sealedCoupleKey, key: await importCoupleKey(raw.value) };
      }
      const { sealedCoupleKey, key } = copy.current;
      const answer = await ask(actions.take, { coupleId, publicKey, sealedKey, sealedCoupleKey });
      if (answer.ok) await keepCoupleKey(coupleId, key);
      return answer;
    });
    stopped.current = done;
    if (done) goOn("/us");
  };

  if (beginning || (lost && theirsLost && asks !== null)) return <BeginAgain {...props} onBeginning={setBeginning} />;
  // There is a copy, and it does not open: nobody but this server's keeper knows why, and nothing is put in its place.
  if (theirsLost && !lost) return <NothingOpens name={name} />;
  const way = theirsLost ? "both" : "lost";
  if (asked === null && pending === "open") return <Skeleton label={t("given.opening")} />;
  if (asked === null) {
    return (
      <Card tone="us" aria-labelledby="lost" className="grid gap-4">
        <h2 id="lost" className="text-lead font-semibold">
          {t(`${way}.title`, { name })}
        </h2>
        <p className="max-w-measure">{t(`${way}.text`, { name })}</p>
        {theirsLost && <p className="max-w-measure">{t("both.anew", { name })}</p>}
        {turnedAway && <Notice tone="warn">{t("turnedAway", { name })}</Notice>}
        <RefusalNotice refused={refused} />
        <Button onClick={askNow} pending={pending === "ask"} pendingWords={t("lost.asking")}>
          {t(`${way}.ask`, { name })}
        </Button>
        {theirsLost && <p className="max-w-measure text-small">{t("both.two", { name })}</p>}
      </Card>
    );
  }
  const { sealedKey } = asked;
  return (
    <Card tone="us" role="status" aria-labelledby="asked" className="grid gap-4">
      <h2 id="asked" className="text-lead font-semibold">
        {t(sealedKey === null ? "waiting.title" : "given.title", { name })}
      </h2>
      <p>{t(sealedKey === null ? "waiting.text" : "given.text", { name })}</p>
      {sealedKey === null && theirsLost && <p>{t("waiting.anew", { name })}</p>}
      <SixWords about={coupleId} inviterPublicKey={theirs} claimantPublicKey={publicKey} onShown={onShown} />
      {sealedKey !== null && <p className="text-small">{t("given.different")}</p>}
      <RefusalNotice refused={refused} />
      <div className="flex flex-wrap gap-2">
        {sealedKey !== null && (
          <Button
            onClick={() => open(sealedKey)}
            disabled={!shown || pending === "stop"}
            pending={pending === "open"}
            pendingWords={t("given.opening")}
          >
            {t("given.open")}
          </Button>
        )}
        <Button tone="secondary" onClick={stop} disabled={pending === "open"} pending={pending === "stop"}>
          {t(sealedKey === null ? "waiting.stop" : "given.no")}
        </Button>
      </div>
    </Card>
  );
}

function NothingOpens({ name }: { name: string }) {
  const t = useTranslations("letIn.neither");
  return (
    <Card aria-labelledby="nothing-opens" className="grid gap-3">
      <h2 id="nothing-opens" className="text-lead font-semibold">
        {t("title", { name })}
      </h2>
      <p className="max-w-measure">{t("text")}</p>
      <p className="max-w-measure">{t("anew")}</p>
      <ButtonLink href="/you/unlink" tone="secondary" prefetch={false} className="justify-self-start">
        {t("link")}
      </ButtonLink>
    </Card>
  );
}

/** Who was asking and is not any more, without having stopped by themselves, was told that the words differ. */
function useTurnedAway(asking: boolean, stopped: { current: boolean }): boolean {
  const [before, setBefore] = useState(asking);
  const [shown, setShown] = useState(false);
  if (before !== asking) {
    setBefore(asking);
    setShown(!asking && !stopped.current);
    stopped.current = false;
  }
  return shown;
}
