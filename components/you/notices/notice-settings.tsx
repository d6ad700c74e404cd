"use client";

import type { ReactNode } from "react";
import { LiveRegion } from "@/components/ui/live-region";
import type { NoticeSettings as Settings } from "@/lib/notices/settings";
import type { ChangeNotices } from "./notices-action";
import { QuietCard } from "./quiet-card";
import { ReminderCard } from "./reminder-card";
import { RestCard } from "./rest-card";
import { TitleCard } from "./title-card";
import { useSaving } from "./use-saving";
import { Ways, type WaysProps } from "./ways";

export type NoticeSettingsProps = Omit<WaysProps, "saving"> & {
  settings: Settings;
  change: ChangeNotices;
  /** Whose clock the quiet hours are by, in words. */
  zone: ReactNode;
};

/** How somebody is told. Needs `notices`. */
export function NoticeSettings(props: NoticeSettingsProps) {
  return (
    <LiveRegion>
      <Cards {...props} />
    </LiveRegion>
  );
}

function Cards({ settings, change, zone, ...ways }: NoticeSettingsProps) {
  const saving = useSaving(settings, change);
  return (
    <>
      <Ways {...ways} saving={saving} />
      <ReminderCard saving={saving} />
      <QuietCard saving={saving} zone={zone} />
      <TitleCard saving={saving} />
      <RestCard saving={saving} />
    </>
  );
}
