import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { PlanView } from "@/lib/plan/planning";

/** How the last asking ended, a short while ago: it is an answer, and no more than that. Needs `plan`. */
export function Lately({ lately, theirName: name }: { lately: NonNullable<PlanView["lately"]>; theirName: string }) {
  const t = useTranslations("plan.asking");
  return (
    <Notice quiet title={t(lately.how, { name })}>
      {t(`${lately.how}Text`, { name })}
    </Notice>
  );
}
