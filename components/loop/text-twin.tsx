import { useTranslations } from "next-intl";
import { PartnerMark } from "@/components/ui/partner-mark";
import { shoreOf } from "@/components/ui/shore";
import { Skeleton } from "@/components/ui/skeleton";
import type { Seat } from "@/lib/ids";
import { hasMet } from "@/lib/reading/loop";
import { laneSteps, wordsOf } from "./lane-steps";
import { useLoop } from "./loop-table";

const papers = {
  tide: "border-l-4 border-solid border-tide bg-tide-tint text-tide-ink",
  ember: "border-l-6 border-double border-ember bg-ember-tint text-ember-ink",
} as const;

/** The figure in words: the same numbers, the same order. It is what is read aloud and what is printed. */
export function TextTwin() {
  const t = useTranslations("loop");
  const { loop } = useLoop();
  return (
    <section aria-labelledby="twin" className="grid gap-4">
      <h2 id="twin" className="text-lead font-semibold">
        {t("twin.title")}
      </h2>
      <p>
        {loop.shape ? t(`shape.${loop.shape}.line`) : t("shape.none")} {t(hasMet(loop) ? "twin.met" : "twin.open")}
      </p>
      <div className="grid items-start gap-4 md:grid-cols-2">
        <LaneWords seat="A" />
        <LaneWords seat="B" />
      </div>
    </section>
  );
}

function LaneWords({ seat }: { seat: Seat }) {
  const t = useTranslations("loop");
  const { lanes, names } = useLoop();
  const lane = lanes[seat];
  return (
    <section
      aria-labelledby={`lane-${seat}`}
      className={`grid gap-2 rounded-r-card p-4 print:break-inside-avoid ${papers[shoreOf(seat)]}`}
    >
      <h3 id={`lane-${seat}`}>
        <PartnerMark seat={seat} name={names[seat]} onPaper />
      </h3>
      {lane.state === "opening" && <Skeleton lines={3} label={t("opening")} />}
      {lane.state === "shut" && <p className="italic">{t("shut")}</p>}
      {lane.state === "empty" && <p className="italic">{t("empty", { name: names[seat] })}</p>}
      {lane.state === "open" && (
        <ol className="grid gap-3">
          {laneSteps.map((step, index) => {
            const words = wordsOf(lane.words, step);
            return (
              <li key={step} className="grid gap-0.5">
                <span className="text-small font-semibold">
                  {index + 1}. {t(`steps.${step}`)}
                </span>
                {words === null ? (
                  <span className="text-small italic">{t("leftOut")}</span>
                ) : (
                  <span className="font-spoken text-spoken whitespace-pre-line [overflow-wrap:anywhere]">{words}</span>
                )}
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}
