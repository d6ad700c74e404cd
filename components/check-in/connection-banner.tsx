import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { connectionAfter } from "./connection";
import { useRoomContext, useStep } from "./room";
import { useNow } from "./use-now";

/** How the lines are, in words of their own: a dropped line is never told as somebody leaving. One's own comes first. */
export function ConnectionBanner() {
  const { connection, view } = useRoomContext();
  const t = useTranslations("room.connection");
  const partner = usePartnerWords();
  if (view.end) return null;
  if (connection === "reconnecting") return <Notice tone="info">{t("reconnecting")}</Notice>;
  if (connection === "away") return <Notice tone="info">{t("away")}</Notice>;
  return partner ? <Notice tone="info">{partner}</Notice> : null;
}

const usePartnerWords = (): string | null => {
  const { partner, view } = useRoomContext();
  const { theirName: name } = useStep();
  const t = useTranslations("room.connection");
  const now = useNow(5000);
  // Before the check-in has begun the lobby itself says who is here.
  if (now === null || partner.presence === "here" || view.status === "lobby" || view.onBreak) return null;
  if (partner.presence === "steppedOut") return t("partnerSteppedOut", { name });
  if (partner.presence === "notYet") return t("partnerNotYet", { name });
  const gone = now - partner.since;
  switch (connectionAfter(gone)) {
    case "reconnecting":
      return t("partnerDropped", { name });
    case "away":
      return t("partnerAway", { name, minutes: Math.floor(gone / 60_000) });
    default:
      return null;
  }
};
