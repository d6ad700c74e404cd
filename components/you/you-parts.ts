/**
 * What You leads to, by the card it stands in, in order. A new page is one line here, and its `title`, `text` and `link` under
 * `you.PART` in the messages.
 */
export const youParts = {
  you: [
    { part: "password", href: "/you/password" },
    { part: "code", href: "/you/recovery-code" },
    { part: "zone", href: "/you/zone" },
  ],
  us: [
    { part: "hours", href: "/plan/hours" },
    { part: "calendar", href: "/you/calendar" },
  ],
  notices: [{ part: "notices", href: "/you/notices" }],
  privacy: [{ part: "privacy", href: "/you/privacy" }],
  access: [{ part: "look", href: "/look" }],
  leave: [{ part: "leave", href: "/you/unlink" }],
} as const;
