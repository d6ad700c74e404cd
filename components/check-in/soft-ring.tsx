import { useTranslations } from "next-intl";
import { Ring } from "@/components/ui/ring";
import { shoreOf } from "@/components/ui/shore";
import { useRoomContext } from "./room";
import { useNow } from "./use-now";

/** A soft time for this step. At its end nothing happens: it only says to take the time that is needed. */
export function SoftRing() {
  const { view, guide, clockOffsetMs } = useRoomContext();
  const t = useTranslations("room.ring");
  const now = useNow(5000);
  const soft = guide.stages[view.stage.index]?.softSeconds ?? 0;
  if (soft === 0 || view.end || view.onBreak) return null;
  const goneMs = now === null ? 0 : Math.max(0, now + clockOffsetMs - view.stepAt);
  const left = 1 - goneMs / (soft * 1000);
  const minutes = Math.ceil((soft - goneMs / 1000) / 60);
  if (left <= 0) return <p className="max-w-28 text-right text-small text-muted">{t("over")}</p>;
  return <Ring left={left} words={t("left", { minutes })} tone={view.floor ? shoreOf(view.floor) : "us"} />;
}
