export const calendarTitleMaxCharacters = 80;

export type CalendarTitleRefusal = "titleEmpty" | "titleTooLong" | "titleOneLine";

/** Why a calendar can't show this; null when it can. Spaces around it do not count. */
export function calendarTitleRefusal(title: string): CalendarTitleRefusal | null {
  const shown = title.trim();
  if (shown === "") return "titleEmpty";
  if (/\p{Cc}/u.test(shown)) return "titleOneLine";
  return shown.length > calendarTitleMaxCharacters ? "titleTooLong" : null;
}
