import { z } from "zod";

const minuteOfDay = z.int().min(0).max(1439);

/** How somebody wants to be told. Each partner has their own, and the other one never sees them. */
export const noticeSettingsSchema = z
  .strictObject({
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
      .min(1)
      .max(80)
      .refine((title) => !/\p{Cc}/u.test(title), { error: "oneLine" }),
    proposalRestHours: z.int().min(0).max(48),
  })
  .refine(({ quietFrom, quietUntil }) => (quietFrom === null) === (quietUntil === null), { error: "bothOrNeither" });
export type NoticeSettings = z.infer<typeof noticeSettingsSchema>;

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
