"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { SwitchRow } from "@/components/ui/switch-row";
import { KeptMark } from "./kept-mark";
import { PushSwitch, type PushSwitchProps } from "./push-switch";
import type { Saving } from "./use-saving";

export type WaysProps = PushSwitchProps & { saving: Saving; email: string; sendsMail: boolean };

/** One switch for each way of being told, and what can't be sent from here. */
export function Ways({ saving, email, sendsMail, ...push }: WaysProps) {
  const t = useTranslations("notices");
  const { settings, save } = saving;
  return (
    <Card aria-labelledby="ways" className="grid gap-4">
      <h2 id="ways" className="text-lead font-semibold">
        {t("how.title")}
      </h2>
      {!sendsMail && <Notice quiet>{t("mail.noServer")}</Notice>}
      <SwitchRow
        label={t("mail.label")}
        hint={t("mail.hint", { email })}
        checked={settings.mail}
        onChange={(mail) => save({ mail })}
      />
      <PushSwitch {...push} />
      <SwitchRow
        label={t("calendarMail.label")}
        hint={t("calendarMail.hint")}
        checked={settings.calendarMail}
        onChange={(calendarMail) => save({ calendarMail })}
      />
      <KeptMark saving={saving} of={["mail", "calendarMail"]} />
      <p className="text-small text-muted">{t("mail.always")}</p>
    </Card>
  );
}
