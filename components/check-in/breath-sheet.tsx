import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Breath } from "@/components/ui/breath";
import { Button } from "@/components/ui/button";
import { Sheet } from "@/components/ui/sheet";
import { useRoomContext } from "./room";
import { useSheets } from "./sheets";

/** One slow breath on both screens, whenever one of the two asked to slow down. Who it was is not said. */
export function BreathSheet() {
  const { view } = useRoomContext();
  const { shown, show } = useSheets();
  const t = useTranslations("room.slowDown");
  const seen = useRef(view.breaths);
  useEffect(() => {
    if (view.breaths > seen.current) show("breath");
    seen.current = view.breaths;
  }, [view.breaths, show]);
  return (
    <Sheet open={shown === "breath"} onClose={() => show(null)} title={t("title")}>
      <div className="grid justify-items-center gap-6">
        <Breath />
        <Button onClick={() => show(null)}>{t("goOn")}</Button>
      </div>
    </Sheet>
  );
}
