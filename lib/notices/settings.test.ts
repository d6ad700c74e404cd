import { expect, test } from "vitest";
import { calendarTitleRefusal } from "@/lib/notices/calendar-title";
import { noticeSettingsChangeSchema, noticeSettingsSchema } from "@/lib/notices/settings";
import { defaultNoticeSettings } from "@/lib/notices/usual-settings";

test("the defaults are settings", () => {
  expect(noticeSettingsSchema.parse(defaultNoticeSettings)).toEqual(defaultNoticeSettings);
});

test("a change may name one thing alone, and nothing that is none of ours", () => {
  expect(noticeSettingsChangeSchema.parse({ mail: false })).toEqual({ mail: false });
  expect(noticeSettingsChangeSchema.safeParse({ personId: "theirs" }).success).toBe(false);
});

test.each([
  [{ quietFrom: 1320 }],
  [{ quietUntil: null }],
  [{ quietFrom: null, quietUntil: 420 }],
  [{ quietFrom: 1440, quietUntil: 420 }],
])("quiet hours come as a pair of times of a day, or not at all: %j is refused", (change) => {
  expect(noticeSettingsChangeSchema.safeParse(change).success).toBe(false);
});

test.each([[{ quietFrom: null, quietUntil: null }], [{ quietFrom: 0, quietUntil: 1439 }]])("%j is taken", (change) => {
  expect(noticeSettingsChangeSchema.parse(change)).toEqual(change);
});

test("nobody rests longer than twelve hours, and nobody less than none", () => {
  expect(noticeSettingsChangeSchema.safeParse({ proposalRestHours: 13 }).success).toBe(false);
  expect(noticeSettingsChangeSchema.safeParse({ proposalRestHours: -1 }).success).toBe(false);
});

test.each([
  ["  ", "titleEmpty"],
  ["Us\nBEGIN:VEVENT", "titleOneLine"],
  ["a".repeat(81), "titleTooLong"],
  [` ${"a".repeat(80)} `, null],
  ["Tea", null],
])("a title for a calendar is one line that fits: %j is %s", (title, refusal) => {
  expect(calendarTitleRefusal(title)).toBe(refusal);
});
