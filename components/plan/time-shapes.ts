/** How planning tells an instant by Intl: 24 hours, as clocks on walls and native fields do. */
export const longTime = {
  ...({ weekday: "long", day: "numeric", month: "long" } as const),
  ...({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const),
} as const;

export const shortTime = { ...longTime, weekday: "short", month: "short" } as const;
