import { useTranslations } from "next-intl";
import type { ReviewAnswer } from "@/lib/agreements/agreement";
import type { CoupleId } from "@/lib/ids";
import { PatternsShown } from "./patterns-shown";
import { PatternsRefusal } from "./refusal";
import { type StartGathering, useGather } from "./use-gather";

type GatheredProps = {
  coupleId: CoupleId;
  coupleKey: CryptoKey;
  reviews: Readonly<Record<ReviewAnswer, number>>;
  start?: StartGathering;
};

/** The patterns of all that this device can open. */
export function Gathered({ coupleId, coupleKey, reviews, start }: GatheredProps) {
  const t = useTranslations("patterns");
  const report = useGather(coupleId, coupleKey, start);
  switch (report.state) {
    case "looking":
      return (
        <div className="grid gap-2">
          <p role="status">{t("opening")}</p>
          <progress
            aria-label={t("opening")}
            className="h-2 w-full"
            {...(report.total !== null && { max: Math.max(1, report.total), value: report.looked })}
          />
        </div>
      );
    case "refused":
      return <PatternsRefusal refusal={report.refusal} />;
    case "done":
      return (
        <>
          {report.shut > 0 && <p className="text-muted">{t("shut", { count: report.shut })}</p>}
          <PatternsShown patterns={report.patterns} reviews={reviews} />
        </>
      );
  }
}
