import { useTranslations } from "next-intl";
import { useState } from "react";
import { ask } from "@/components/join/ask";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { useAnnounce } from "@/components/ui/live-region";
import { SpokenWords } from "@/components/ui/spoken-words";
import { useKeptFocus } from "@/components/ui/use-kept-focus";
import { useOpener } from "@/components/ui/use-opener";
import { otherSeat } from "@/lib/other-seat";
import type { SealedLine } from "@/lib/reading/marginalia";
import { LineForm } from "./line-form";
import { LineWords } from "./line-words";
import { type MarginActions, useMargin } from "./margin";
import { RefusalNote } from "./refusal-note";
import { TakeAway } from "./take-away";
import { useKeptText } from "./use-kept-text";

const captionMaxCharacters = 160;

/** One line of both under a check-in: offered by one, there once the other says yes. */
export function Caption() {
  const t = useTranslations("together.caption");
  const margin = useMargin();
  const agreed = margin?.marginalia.caption.agreed ?? null;
  const offered = margin?.marginalia.caption.offered ?? null;
  const { heading, part } = useKeptFocus<HTMLHeadingElement>(`${agreed?.id} ${offered?.id}`);
  if (!margin) return null;
  if (!margin.actions && !agreed) return null;
  return (
    <Card tone="us" aria-labelledby="caption" {...part} className={agreed ? "grid gap-4" : "grid gap-4 print:hidden"}>
      <h2
        id="caption"
        ref={heading}
        tabIndex={-1}
        className="font-semibold focus-visible:shadow-none focus-visible:outline-none"
      >
        {t("title")}
      </h2>
      {agreed && (
        <blockquote className="font-spoken text-prompt whitespace-pre-line text-us [overflow-wrap:anywhere]">
          <LineWords kind="caption" line={agreed} />
        </blockquote>
      )}
      {margin.actions && offered && <Offered offered={offered} actions={margin.actions} />}
      {margin.actions && !offered && <MakeOffer agreed={agreed} actions={margin.actions} />}
    </Card>
  );
}

function Offered({ offered, actions }: { offered: SealedLine; actions: MarginActions }) {
  const t = useTranslations("together.caption");
  const margin = useMargin();
  const announce = useAnnounce();
  const [pending, setPending] = useState<"yes" | "no" | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  if (!margin) return null;
  const { checkInId, seat, names } = margin;
  const isMine = offered.seat === seat;

  const answer = async (yes: boolean) => {
    if (pending) return;
    setPending(yes ? "yes" : "no");
    setRefusal(null);
    const answered = await ask(actions.answerCaption, { checkInId, offerId: offered.id, yes });
    setPending(null);
    if (!answered.ok) return setRefusal(answered.refusal);
    announce(t(yes ? "agreed" : "letGo"));
  };
  return (
    <div className="grid gap-3 print:hidden">
      <SpokenWords seat={offered.seat} name={names[offered.seat]} says={t("offers")}>
        <LineWords kind="caption" line={offered} />
      </SpokenWords>
      <RefusalNote refusal={refusal} />
      {isMine ? (
        <>
          <p>{t("waits", { name: names[otherSeat(seat)] })}</p>
          <Button
            tone="secondary"
            className="justify-self-start"
            pending={pending !== null}
            onClick={() => answer(false)}
          >
            {t("takeBack")}
          </Button>
        </>
      ) : (
        <div className="flex flex-wrap gap-2">
          <Button pending={pending === "yes"} onClick={() => answer(true)}>
            {t("yes")}
          </Button>
          <Button tone="secondary" pending={pending === "no"} onClick={() => answer(false)}>
            {t("notNow")}
          </Button>
        </div>
      )}
    </div>
  );
}

function MakeOffer({ agreed, actions }: { agreed: SealedLine | null; actions: MarginActions }) {
  const t = useTranslations("together.caption");
  const margin = useMargin();
  const announce = useAnnounce();
  const [text, setText] = useKeptText(`${margin?.checkInId}/caption`);
  const { isOpen, setOpen, opener } = useOpener();
  if (!margin) return null;
  const { checkInId, names, seat } = margin;

  if (isOpen && text !== null) {
    return (
      <LineForm
        kind="caption"
        max={captionMaxCharacters}
        text={text}
        onText={setText}
        send={(offerId, words) => actions.offerCaption({ checkInId, offerId, words })}
        onSent={() => {
          setOpen(false);
          announce(t("sent"));
        }}
        onClose={() => setOpen(false)}
      />
    );
  }
  return (
    <div className="grid gap-3 print:hidden">
      {!agreed && <p>{t("text", { name: names[otherSeat(seat)] })}</p>}
      <div className="flex flex-wrap gap-2">
        <Button ref={opener} tone="secondary" disabled={text === null} onClick={() => setOpen(true)}>
          {t(agreed ? "another" : "offer")}
        </Button>
        {agreed && (
          <TakeAway
            kind="caption"
            className="max-sm:-ml-4"
            takeAway={() => actions.removeCaption({ checkInId, captionId: agreed.id })}
            said={t("letGo")}
          />
        )}
      </div>
    </div>
  );
}
