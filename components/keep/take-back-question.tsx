import { useTranslations } from "next-intl";
import { Confirm } from "@/components/ui/confirm";
import type { useTakingBack } from "./use-taking-back";

/** What taking back means, before it is done. Needs `takeBack` and `ui`. */
export function TakeBackQuestion({ taking }: { taking: ReturnType<typeof useTakingBack> }) {
  const t = useTranslations("takeBack");
  const { asked, ask, confirm, pending, refusal } = taking;
  return (
    <Confirm
      open={asked !== null}
      onClose={() => ask(null)}
      onConfirm={confirm}
      title={t(asked === "all" ? "confirm.titleAll" : "confirm.title")}
      consequences={[t("confirm.gone"), t("confirm.mark"), t("confirm.forGood"), t("confirm.backups")]}
      confirmLabel={t("confirm.go")}
      cancelLabel={t("confirm.keep")}
      pending={pending}
      pendingWords={t("confirm.going")}
      error={refusal && t(`refusals.${refusal}`)}
    />
  );
}
