"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useLoaded } from "@/components/ui/use-loaded";
import type { CheckInRecord } from "@/lib/check-in/record";
import type { CoupleId } from "@/lib/ids";
import type { TakeBackAction } from "./use-taking-back";

export type TakeBackProps = { record: CheckInRecord; coupleId: CoupleId; name: string; takeBack: TakeBackAction };

const load = async () => (await import("./take-back-card")).TakeBackCard;

/** Below a letter that is open. Needs an OpenerProvider, `takeBack`, `turn`, `unlock` and `ui`. */
export function TakeBack(props: TakeBackProps) {
  const t = useTranslations("takeBack.refusals");
  const unlock = useTranslations("unlock");
  const loaded = useLoaded(load);
  if (loaded.state === "opening") return null;
  if (loaded.state === "ready") return <loaded.value {...props} />;
  return (
    <Notice tone="warn">
      <p>{t("offline")}</p>
      <Button tone="secondary" className="mt-3" onClick={loaded.again}>
        {unlock("unreachable.again")}
      </Button>
    </Notice>
  );
}
