"use client";

import { useTranslations } from "next-intl";
import { TextLink } from "@/components/auth/text-link";
import type { KeysAway as Away } from "@/components/auth/use-keys-here";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { useLoaded } from "@/components/ui/use-loaded";

/** What stands before keys that are not here, and the next step. Needs `unlock` and `account`. */
export function KeysAway({ found }: { found: Away }) {
  const t = useTranslations("unlock");
  switch (found.state) {
    case "locked":
      return <Locked unlock={found.unlock} />;
    case "shut":
      return (
        <Notice tone="warn" title={t("shut.title")}>
          <p>{t("shut.text")}</p>
          <TextLink href="/you/let-in">{t("shut.link")}</TextLink>
        </Notice>
      );
    case "unreachable":
      return (
        <Notice tone="warn" title={t("unreachable.title")}>
          <p>{t("unreachable.text")}</p>
          <Button tone="secondary" className="mt-3" onClick={found.again}>
            {t("unreachable.again")}
          </Button>
        </Notice>
      );
  }
}

const loadForm = async () => (await import("@/components/auth/unlock-form")).UnlockForm;

/** Few browsers have forgotten their keys, so the form comes by itself. */
function Locked({ unlock }: Pick<Extract<Away, { state: "locked" }>, "unlock">) {
  const t = useTranslations("unlock");
  const loaded = useLoaded(loadForm);
  if (loaded.state === "opening") return <Skeleton label={t("opening")} />;
  return loaded.state === "ready" ? <loaded.value unlock={unlock} /> : <KeysAway found={loaded} />;
}
