import type { PersonId } from "@/lib/ids";
import { defaultNoticeSettings, type NoticeSettings } from "@/lib/notices/settings";
import * as repository from "@/server/notices/repository";

/** How somebody wants to be told. */
export async function readNoticeSettings(personId: PersonId): Promise<NoticeSettings> {
  const [row] = await repository.listSettings([personId]);
  if (row === undefined) return defaultNoticeSettings;
  const { personId: _, ...settings } = row;
  return settings;
}

/** What waits already is asked about again when its time comes, so a change holds for it too. */
export async function saveNoticeSettings(personId: PersonId, settings: NoticeSettings): Promise<void> {
  await repository.upsertSettings(personId, settings);
}
