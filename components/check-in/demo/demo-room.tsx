import { useTranslations } from "next-intl";
import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import { partnerName } from "../demo-script";
import { createMemoryDrafts } from "../drafts";
import { OpenerProvider } from "../opener";
import { type Room, RoomProvider } from "../room";
import { RoomScreen } from "../room-screen";
import { createDemoClient } from "./demo-client";

export type DemoRoomProps = { coupleKey: CryptoKey; pace: number };

/** The room against a scripted partner. Everything in it is gone with the page. */
export function DemoRoom({ coupleKey, pace }: DemoRoomProps) {
  const t = useTranslations("demo");
  const [client] = useState(() => createDemoClient(coupleKey, pace));
  const [drafts] = useState(createMemoryDrafts);
  const state = useSyncExternalStore(client.subscribe, client.get, client.get);
  useEffect(() => {
    client.open();
    return client.dispose;
  }, [client]);

  const room = useMemo(
    (): Room => ({
      ...state,
      guide: client.guide,
      names: { A: t("you"), B: partnerName },
      drafts,
      forgetRefusal: client.forgetRefusal,
      send: (move, draft) => void client.send(move, () => draft && void drafts.drop(draft)),
      isDemo: true,
    }),
    [state, client, drafts, t],
  );
  return (
    <RoomProvider value={room}>
      <OpenerProvider value={client.opener}>
        <RoomScreen
          banner={<p className="rounded-card bg-us-tint px-4 py-2 text-small">{t("banner")}</p>}
          afterwards={
            <section className="grid gap-4">
              <p className="max-w-measure">{t("afterwards")}</p>
              <div className="grid gap-3 sm:flex">
                <ButtonLink href="/sign-up">{t("signUp")}</ButtonLink>
                <ButtonLink href="/" tone="secondary">
                  {t("home")}
                </ButtonLink>
              </div>
            </section>
          }
        />
      </OpenerProvider>
    </RoomProvider>
  );
}
