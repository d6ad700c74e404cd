/* Keys of the message file, each with a `title` and a `text`; the order here is the order on the page. */
export const sections = {
  method: [
    "info.method.loop",
    "info.method.turns",
    "info.method.heard",
    "info.method.pause",
    "info.method.close",
    "info.method.from",
  ],
  safety: ["info.safety.afraid", "info.safety.device", "info.safety.leave", "info.safety.lines"],
  notTherapy: ["info.notTherapy.is", "info.notTherapy.isNot", "info.notTherapy.adults", "info.notTherapy.help"],
  hosting: [
    "info.hosting.runs",
    "info.hosting.never",
    "info.hosting.sees",
    "info.hosting.goes",
    "info.hosting.changes",
    "info.hosting.keeps",
    "info.hosting.source",
  ],
} as const;

export type PlainPageName = keyof typeof sections;
export type PlainSectionKey = (typeof sections)[PlainPageName][number];
