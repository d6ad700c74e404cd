import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { useKeptFocus } from "@/components/ui/use-kept-focus";
import { caughtEveryMs, hasMet } from "@/lib/reading/loop";
import { LoopRefusalNote } from "./loop-refusal-note";
import { useLoop } from "./loop-table";
import { usePress } from "./use-press";

/** Times we caught it. It belongs to both: nobody sees who pressed, and it never counts who did what. */
export function Caught() {
  const t = useTranslations("loop.caught");
  const { loop, actions } = useLoop();
  const { pending, refusal, press } = usePress();
  const mayUndo = useMayUndo(loop.caughtAt);
  const { heading, part } = useKeptFocus<HTMLHeadingElement>(mayUndo);
  if (!hasMet(loop) && loop.caught === 0) return null;

  return (
    <Card aria-labelledby="caught" {...part} className="grid gap-3">
      <h2
        id="caught"
        ref={heading}
        tabIndex={-1}
        className="font-semibold focus-visible:shadow-none focus-visible:outline-none"
      >
        {t("title", { count: loop.caught })}
      </h2>
      <p className="text-muted print:hidden">{t("text")}</p>
      <LoopRefusalNote refusal={refusal} />
      <div className="flex flex-wrap gap-2 print:hidden">
        {hasMet(loop) && (
          <Button tone="secondary" pending={pending} onClick={() => press(() => actions.catchLoop(), t("done"))}>
            {t("catch")}
          </Button>
        )}
        {mayUndo && (
          <Button tone="quiet" className="max-sm:-ml-4" onClick={() => press(() => actions.undoCatch(), t("undone"))}>
            {t("undo")}
          </Button>
        )}
      </div>
    </Card>
  );
}

/** For a minute after it was counted, by this device's clock; the server's decides. */
const useMayUndo = (caughtAt: number | null): boolean => {
  const [may, setMay] = useState(false);
  useEffect(() => {
    const left = caughtAt === null ? 0 : caughtAt + caughtEveryMs - Date.now();
    setMay(left > 0);
    if (left <= 0) return;
    const timer = setTimeout(() => setMay(false), Math.min(left, caughtEveryMs));
    return () => clearTimeout(timer);
  }, [caughtAt]);
  return may;
};
