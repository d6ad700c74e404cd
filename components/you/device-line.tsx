"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { LocalTime } from "@/components/ui/local-time";
import type { Device } from "@/lib/accounts/device";

/** Instants as ISO 8601. */
export type DeviceHere = Device & { sessionId: string; createdAt: string; lastSeenAt: string; thisOne: boolean };

export type DeviceLineProps = { device: DeviceHere; ending: boolean; onEnd: () => void };

export function DeviceLine({ device, ending, onEnd }: DeviceLineProps) {
  const t = useTranslations("you.devices");
  const { browser, system } = device;
  const name =
    browser && system ? t("both", { browser, system }) : system ? t("system", { system }) : (browser ?? t("unknown"));
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-border pt-4">
      <div className="grid min-w-0 gap-1">
        <p className="font-semibold">
          {name}
          {device.thisOne && (
            <span className="ml-2 rounded-full bg-us-tint px-3 py-1 text-small text-us">{t("thisOne")}</span>
          )}
        </p>
        <p className="text-small text-muted">
          {t("seen")} <LocalTime at={device.lastSeenAt} />
        </p>
        <p className="text-small text-muted">
          {t("since")} <LocalTime at={device.createdAt} />
        </p>
      </div>
      {!device.thisOne && (
        <Button
          tone="secondary"
          onClick={onEnd}
          pending={ending}
          pendingWords={t("ending")}
          aria-label={t("endNamed", { name })}
        >
          {t("end")}
        </Button>
      )}
    </li>
  );
}
