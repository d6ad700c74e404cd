import type { NoticeSettingsChange } from "@/lib/notices/settings";

export type NoticesRefused = { ok: false; refusal: string };

/** A server action of the notices page, as it arrives at a component. */
export type NoticesAction<I> = (input: I) => Promise<{ ok: true; value: unknown } | NoticesRefused>;
export type ChangeNotices = NoticesAction<NoticeSettingsChange>;

export type PushKeys = { endpoint: string; keys: { p256dh: string; auth: string } };
export type TurnPushOn = NoticesAction<PushKeys>;
export type TurnPushOff = NoticesAction<{ endpoint: string }>;
