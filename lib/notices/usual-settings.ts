import type { NoticeSettings } from "@/lib/notices/settings";

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
