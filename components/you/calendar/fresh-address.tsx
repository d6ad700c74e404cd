"use client";

import { useTranslations } from "next-intl";
import { CopyButton } from "@/components/ui/copy-button";
import { TextInput } from "@/components/ui/text-input";

const programs = ["apple", "google", "outlook", "thunderbird"] as const;

/** The address, this once. Only a browser knows by which name the server was reached. */
export function FreshAddress({ path }: { path: string }) {
  const t = useTranslations("calendarFeed");
  const address = new URL(path, window.location.origin).href;
  return (
    <div className="grid gap-3">
      <h2 className="text-lead font-semibold">{t("onceTitle")}</h2>
      <p>{t("once")}</p>
      <TextInput
        label={t("address")}
        readOnly
        value={address}
        onFocus={(event) => event.target.select()}
        className="font-mono text-small"
      />
      <div className="flex flex-wrap items-start gap-2">
        <CopyButton text={address}>{t("copy")}</CopyButton>
        <a
          href={address.replace(/^https?:/, "webcal:")}
          className="inline-flex min-h-11 items-center font-semibold text-us underline underline-offset-4"
        >
          {t("open")}
        </a>
      </div>
      <h3 className="font-semibold">{t("steps.title")}</h3>
      <ul className="grid list-disc gap-2 pl-6 text-small">
        {programs.map((program) => (
          <li key={program}>{t(`steps.${program}`)}</li>
        ))}
      </ul>
    </div>
  );
}
