"use client";

import { useTranslations } from "next-intl";
import { StepTitle } from "@/components/auth/step-title";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";

export type RecoveryCodeProps = { code: string; onKept: () => void; onBack: () => void; backLabel?: string };

/** The recovery code, the one time that it is shown. */
export function RecoveryCode({ code, onKept, onBack, backLabel }: RecoveryCodeProps) {
  const t = useTranslations("signUp.code");
  const download = () => {
    const url = URL.createObjectURL(new Blob([`${t("file", { code })}\n`], { type: "text/plain" }));
    const link = document.createElement("a");
    link.href = url;
    link.download = t("fileName");
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <>
      <StepTitle lead={t("lead")}>{t("title")}</StepTitle>
      <Card className="grid gap-4">
        <ol aria-label={t("groups")} className="grid grid-cols-3 gap-2 font-mono text-lead font-semibold">
          {groupsOf(code).map(({ key, letters }) => (
            <li key={key} className="rounded-input bg-sunken px-1 py-2 text-center tracking-wider">
              {letters}
            </li>
          ))}
        </ol>
        <div className="flex flex-wrap items-start gap-2 print:hidden">
          <CopyButton text={code}>{t("copy")}</CopyButton>
          <Button tone="secondary" onClick={download}>
            {t("download")}
          </Button>
          <Button tone="secondary" onClick={() => window.print()}>
            {t("print")}
          </Button>
        </div>
      </Card>
      <p className="max-w-measure text-muted">{t("where")}</p>
      <div className="grid gap-2 print:hidden">
        <Button wide onClick={onKept}>
          {t("kept")}
        </Button>
        <Button tone="quiet" wide onClick={onBack}>
          {backLabel ?? t("back")}
        </Button>
      </div>
    </>
  );
}

/** Groups may be alike, so their place is part of their key. */
const groupsOf = (code: string) => code.split("-").map((letters, place) => ({ key: `${place}-${letters}`, letters }));
