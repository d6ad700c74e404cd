import { z } from "zod";

const minuteOfDay = z.int().min(0).max(1439);

export const calendarTitleMaxCharacters = 80;

const fields = {
  mail: z.boolean(),
  push: z.boolean(),
  /** Invitations for the calendar program, by mail; apart from `mail`. */
  calendarMail: z.boolean(),
  /** How long before a planned check-in the reminder goes out. */
  reminderMinutes: z.int().min(0).max(10_080),
  /** Minutes after midnight in the person's own zone; both null: no quiet hours. May run past midnight. */
  quietFrom: minuteOfDay.nullable(),
  quietUntil: minuteOfDay.nullable(),
  /** What a calendar shows. One line. */
  calendarTitle: z
    .string()
    .trim()
    .refine((title) => calendarTitleRefusal(title) === null, { error: "calendarTitle" }),
  /** How soon after a "not today" the next question may come. Counts only as far as both have lowered it. */
  proposalRestHours: z.int().min(0).max(12),
} as const;

/** How somebody wants to be told. Each partner has their own, and the other one never sees them. */
export const noticeSettingsSchema = z
  .strictObject(fields)
  .refine(({ quietFrom, quietUntil }) => (quietFrom === null) === (quietUntil === null), { error: "bothOrNeither" });
export type NoticeSettings = z.infer<typeof noticeSettingsSchema>;

/** Some of it anew; what is not named stays. Quiet hours come as a pair. The title is looked at by `calendarTitleRefusal`. */
export const noticeSettingsChangeSchema = z
  .strictObject({ ...fields, calendarTitle: z.string().max(2_000) })
  .partial()
  .refine(
    ({ quietFrom: from, quietUntil: until }) =>
      (from === undefined) === (until === undefined) && (from === null) === (until === null),
    { error: "bothOrNeither" },
  );
export type NoticeSettingsChange = z.infer<typeof noticeSettingsChangeSchema>;

export type CalendarTitleRefusal = "titleEmpty" | "titleTooLong" | "titleOneLine";

/** Why a calendar can't show this; null when it can. Spaces around it do not count. */
export function calendarTitleRefusal(title: string): CalendarTitleRefusal | null {
  const shown = title.trim();
  if (shown === "") return "titleEmpty";
  if (/\p{Cc}/u.test(shown)) return "titleOneLine";
  return shown.length > calendarTitleMaxCharacters ? "titleTooLong" : null;
}

/** As the database has it for whoever never changed anything. */
export const defaultNoticeSettings: NoticeSettings = {
  mail: true,
  push: true,
  calendarMail: true,
  reminderMinutes: 60,
  quietFrom: 22 * 60,
  quietUntil: 7 * 60,
  calendarTitle: "Time for us",
  proposalRestHours: 12,
};
