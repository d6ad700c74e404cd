import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { useKeptFocus } from "@/components/ui/use-kept-focus";
import { otherSeat } from "@/lib/other-seat";
import { awaitsYesOf, hasMet } from "@/lib/reading/loop";
import { LoopRefusalNote } from "./loop-refusal-note";
import { useLoop } from "./loop-table";
import { usePress } from "./use-press";

/** Two yeses to what stands here now. Any later change opens it again, and so does either one's second thought. */
export function YesCard() {
  const t = useTranslations("loop.yes");
  const { loop, seat, names, actions, lanes } = useLoop();
  const { pending, refusal, press } = usePress();
  const { A, B } = loop.lanes;
  const name = names[otherSeat(seat)];
  const { shape } = loop;
  const met = hasMet(loop);
  const mine = loop.yeses.includes(seat);
  const { heading, part } = useKeptFocus<HTMLHeadingElement>(mine);
  // Nobody says yes to words that they could not read.
  const isReadable = lanes.A.state === "open" && lanes.B.state === "open";

  const words = met ? "met" : mine ? "waits" : awaitsYesOf(loop, seat) ? "theySaidYes" : "ask";
  return (
    <Card tone="us" aria-labelledby="yes" {...part} className="grid gap-3 print:hidden">
      <h2
        id="yes"
        ref={heading}
        tabIndex={-1}
        className="font-semibold focus-visible:shadow-none focus-visible:outline-none"
      >
        {t("title")}
      </h2>
      {A && B && shape ? (
        <>
          <p>{t(words, { name })}</p>
          <LoopRefusalNote refusal={refusal} />
          {!mine && isReadable && (
            <Button
              className="justify-self-start"
              pending={pending}
              onClick={() => press(() => actions.sayYes({ ...loop.versions, shape }), t("said"))}
            >
              {t("say")}
            </Button>
          )}
          {mine && (
            <Button
              tone="quiet"
              className="-ml-4 justify-self-start"
              pending={pending}
              onClick={() => press(() => actions.takeBackYes(), t("tookBack"))}
            >
              {t("takeBack")}
            </Button>
          )}
        </>
      ) : (
        <p>{t("notYet", { name })}</p>
      )}
    </Card>
  );
}
