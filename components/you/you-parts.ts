/**
 * What You leads to, by the card it stands in, in order. A new page is one line here, and its `title`, `text` and `link` under
 * `you.PART` in the messages. `forTwo`: it leads nowhere for somebody who is not linked, who does not see it.
 */
export const youParts = {
  you: [
    { part: "password", href: "/you/password", forTwo: false },
    { part: "code", href: "/you/recovery-code", forTwo: false },
    { part: "zone", href: "/you/zone", forTwo: false },
  ],
  us: [
    { part: "hours", href: "/plan/hours", forTwo: true },
    { part: "calendar", href: "/you/calendar", forTwo: false },
  ],
  notices: [{ part: "notices", href: "/you/notices", forTwo: false }],
  privacy: [{ part: "privacy", href: "/you/privacy", forTwo: false }],
  access: [{ part: "look", href: "/look", forTwo: false }],
  leave: [{ part: "leave", href: "/you/unlink", forTwo: true }],
} as const;
