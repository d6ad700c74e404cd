import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { ConnectionBanner } from "./connection-banner";
import { useRoomContext, useStep } from "./room";
import { SendButton } from "./send-button";

/** What may stand above any screen: the line, a refusal, and the question whether to go one step back. */
export function RoomNotices() {
  const { view, refusal, forgetRefusal, send } = useRoomContext();
  const { theirName: name } = useStep();
  const t = useTranslations("room");
  return (
    <>
      <ConnectionBanner />
      {refusal && (
        <Notice tone="warn">
          <p>{t(`refusals.${refusal}`)}</p>
          <Button tone="quiet" className="-ml-4" onClick={forgetRefusal}>
            {t("refusals.close")}
          </Button>
        </Notice>
      )}
      {view.backAsked && (
        <Notice tone="info">
          <p>{t(`back.${view.backAsked}`, { name })}</p>
          <div className="mt-2 flex flex-wrap gap-2">
            {view.backAsked === "byThem" && (
              <SendButton command="goBack" tone="secondary" onClick={() => send({ type: "goBack" })}>
                {t("back.goBack")}
              </SendButton>
            )}
            <SendButton command="stay" tone="secondary" onClick={() => send({ type: "stay" })}>
              {t("back.stay")}
            </SendButton>
          </div>
        </Notice>
      )}
    </>
  );
}
