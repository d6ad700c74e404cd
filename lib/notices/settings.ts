import { z } from "zod";
import { calendarTitleRefusal } from "@/lib/notices/calendar-title";

const minuteOfDay = z.int().min(0).max(1439);

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
