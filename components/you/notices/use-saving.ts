"use client";

import { useTranslations } from "next-intl";
import { useOptimistic, useState, useTransition } from "react";
import { ask } from "@/components/join/ask";
import { useAnnounce } from "@/components/ui/live-region";
import type { NoticeSettings, NoticeSettingsChange } from "@/lib/notices/settings";
import type { ChangeNotices } from "./notices-action";

export type Saving = {
  /** As it is kept, with what is on its way laid over it: a refusal puts that back. */
  settings: NoticeSettings;
  /** As it is kept, and no more. */
  kept: NoticeSettings;
  save: (change: NoticeSettingsChange) => void;
  /** What was kept last, and what was not, by the first of its names. */
  saved: string | null;
  refused: { what: string; refusal: string } | null;
};

/**
 * Keeps each change at once. @param kept as the server has it; it comes anew with each answer
 */
export function useSaving(kept: NoticeSettings, change: ChangeNotices): Saving {
  const t = useTranslations("notices");
  const announce = useAnnounce();
  const [settings, show] = useOptimistic(kept, (now, part: NoticeSettingsChange) => ({ ...now, ...part }));
  const [, startTransition] = useTransition();
  const [saved, setSaved] = useState<string | null>(null);
  const [refused, setRefused] = useState<Saving["refused"]>(null);

  const save = (part: NoticeSettingsChange) => {
    const what = Object.keys(part)[0] ?? "";
    setSaved(null);
    setRefused(null);
    startTransition(async () => {
      show(part);
      const answer = await ask(change, part);
      if (!answer.ok) return setRefused({ what, refusal: answer.refusal });
      setSaved(what);
      announce(t("saved"));
    });
  };
  return { settings, kept, save, saved, refused };
}
