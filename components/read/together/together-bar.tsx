import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { useAnnounce } from "@/components/ui/live-region";
import { PartnerMark } from "@/components/ui/partner-mark";
import type { Seat } from "@/lib/ids";
import { otherSeat } from "@/lib/other-seat";
import { type Together, useTogether } from "./use-together";

export type TogetherBarProps = { seat: Seat; names: Readonly<Record<Seat, string>> };

/**
 * Who else is here and who holds the page. Nothing of it stands in the way of reading: alone there is only a quiet way to be
 * seen or not.
 */
export function TogetherBar({ seat, names }: TogetherBarProps) {
  const together = useTogether();
  useTold(together, seat, names);
  if (!together) return null;
  const said = sayingOf(together, seat);
  if (said === null) return null;
  return (
    <aside aria-labelledby="together" className="grid gap-2 rounded-card bg-us-tint p-4 print:hidden">
      <Saying said={said} together={together} seat={seat} names={names} />
    </aside>
  );
}

type Said =
  | "unlinked"
  | "signedOut"
  | "outOfDate"
  | "gone"
  | "apart"
  | "ownLine"
  | "isHere"
  | "left"
  | "dropped"
  | "yours"
  | "yoursAlone"
  | "yoursDropped"
  | "yoursLeft"
  | "theirs"
  | "along"
  | "around"
  | "theirsDropped";

/** The one sentence that is true now; null while somebody simply reads. */
const sayingOf = ({ state }: Together, seat: Seat): Said | null => {
  const { closed, line, reading, other, along, hasBeenAlong } = state;
  if (closed) return closed;
  if (line === "apart") return "apart";
  const wereTwo = reading.holder !== null || other === "here" || other === "dropped";
  if (line === "dropped") return wereTwo ? "ownLine" : null;
  if (reading.holder === otherSeat(seat)) {
    if (other === "dropped") return "theirsDropped";
    if (along) return "along";
    return hasBeenAlong ? "around" : "theirs";
  }
  if (reading.holder === seat) {
    const yours = { here: "yours", dropped: "yoursDropped", left: "yoursLeft", away: "yoursAlone" } as const;
    return yours[other];
  }
  if (other === "here") return "isHere";
  return other === "away" ? null : other;
};

type SayingProps = { said: Said; together: Together; seat: Seat; names: Readonly<Record<Seat, string>> };

function Saying({ said, together, seat, names }: SayingProps) {
  const t = useTranslations("together.bar");
  const { client, state } = together;
  const other = otherSeat(seat);
  const name = names[other];
  const holder = state.reading.holder;
  return (
    <>
      {holder && state.line === "here" && (
        <PartnerMark seat={holder} name={names[holder]}>
          {t("holds")}
        </PartnerMark>
      )}
      <p id="together">{t(said, { name })}</p>
      {state.refusal && state.refusal !== "notYourPage" && <p role="alert">{t("notNow")}</p>}
      <div className="flex flex-wrap gap-2 empty:hidden">
        {(said === "isHere" || said === "theirsDropped") && (
          <Button onClick={() => void client.take()}>{t(said === "isHere" ? "begin" : "take")}</Button>
        )}
        {said === "theirs" && <Button onClick={client.comeAlong}>{t("comeAlong", { name })}</Button>}
        {said === "around" && <Button onClick={client.comeAlong}>{t("back", { name })}</Button>}
        {said === "yours" && (
          <Button tone="secondary" onClick={() => void client.pass()}>
            {t("pass", { name })}
          </Button>
        )}
        {said === "apart" && (
          <Button tone="secondary" onClick={client.beHere}>
            {t("beHere")}
          </Button>
        )}
        {said === "outOfDate" && <Button onClick={() => window.location.reload()}>{t("reload")}</Button>}
        {canPart.has(said) && (
          <Button
            tone="quiet"
            className={classes(partsOnly.has(said) && "-ml-4", goesBelow.has(said) && "max-sm:-ml-4")}
            onClick={client.readApart}
          >
            {t("readApart")}
          </Button>
        )}
      </div>
    </>
  );
}

const canPart: ReadonlySet<Said> = new Set<Said>([
  "isHere",
  "yours",
  "yoursDropped",
  "theirs",
  "along",
  "around",
  "theirsDropped",
]);

/** Where it is the only way on, it stands in line with the words. */
const partsOnly: ReadonlySet<Said> = new Set<Said>(["along", "yoursDropped"]);

/** On a phone there is no room for it beside the other one. */
const goesBelow: ReadonlySet<Said> = new Set<Said>(["yours", "theirs", "around"]);

/** What has changed, said politely: who came, dropped or has gone on, and whose page it is now. */
const useTold = (together: Together | null, seat: Seat, names: Readonly<Record<Seat, string>>): void => {
  const t = useTranslations("together.told");
  const announce = useAnnounce();
  const name = names[otherSeat(seat)];
  const line = together?.state.line;
  const other = together?.state.other;
  const holder = together?.state.reading.holder ?? null;
  const closed = together?.state.closed ?? null;
  const before = useRef({ other, holder, line });

  useEffect(() => {
    const was = before.current;
    before.current = { other, holder, line };
    if (closed) return announce(t("closed"));
    if (line !== "here") return;
    if (holder !== was.holder && holder !== null) return announce(t(holder === seat ? "yours" : "theirs", { name }));
    if (other !== was.other && other && other !== "away") announce(t(other, { name }));
  }, [other, holder, line, closed, announce, t, seat, name]);
};
