"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { QrCode } from "@/components/join/qr-code";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { TextInput } from "@/components/ui/text-input";

const never = () => () => undefined;
const canShare = () => typeof navigator.share === "function";
const notYet = () => false;

/** The link in the three ways that one device can hand it over: the system's own sheet, the clipboard, another's camera. */
export function ShareLink({ link }: { link: string }) {
  const t = useTranslations("invite.waiting");
  const shares = useSyncExternalStore(never, canShare, notYet);
  const share = () => {
    // Closing the sheet rejects; nothing happened then, and nothing needs to be said.
    navigator.share({ text: t("shareText"), url: link }).catch(() => undefined);
  };
  return (
    <>
      <Card aria-labelledby="by-link" className="grid gap-3">
        <h2 id="by-link" className="text-lead font-semibold">
          {t("link")}
        </h2>
        <TextInput
          label={t("linkLabel")}
          hint={t("linkHint")}
          readOnly
          value={link}
          onFocus={(event) => event.target.select()}
          className="text-small"
        />
        <div className="grid gap-2">
          {shares && (
            <Button wide onClick={share}>
              {t("share")}
            </Button>
          )}
          <CopyButton text={link} wide tone={shares ? "secondary" : "primary"}>
            {t("copy")}
          </CopyButton>
        </div>
      </Card>
      <Card aria-labelledby="by-camera" className="grid justify-items-center gap-3">
        <h2 id="by-camera" className="justify-self-start text-lead font-semibold">
          {t("qr")}
        </h2>
        <p className="justify-self-start">{t("qrHint")}</p>
        <QrCode text={link} label={t("qrLabel")} />
      </Card>
    </>
  );
}
