import type { Guide } from "./guide";
import { close, ground, houseRules, order, request, swap, turn } from "./shared-stages";

export const standard: Guide = {
  id: "standard",
  version: 1,
  title: "A check-in",
  about: "Each of you says how you feel. Each of you is heard. Then one small wish each.",
  minutes: [20, 30],
  stages: [
    {
      kind: "gather",
      id: "lobby",
      title: "Arriving",
      phase: "lobby",
      softSeconds: 0,
      words: {
        gather: { act: "Come in. Say when you're here.", wait: "Waiting for {name}. There is no hurry." },
      },
      lines: ["Water nearby.", "Phones quiet, but for this one.", "Twenty minutes that are only yours."],
    },
    ground,
    houseRules,
    order,
    {
      kind: "reveal",
      id: "appreciation",
      title: "Something warm first",
      asks: "appreciation",
      softSeconds: 120,
      words: {
        write: {
          act: "A small thing you did lately that warmed me…",
          wait: "{name} is still writing. Both open together.",
          hint: "Small is good. Both open at the same moment.",
          starters: ["I noticed when you…", "It warmed me that you…"],
        },
        read: { act: "Read each other's, in your own time.", wait: "{name} is still reading." },
      },
    },
    turn("turn-first", "The first turn", "first"),
    swap,
    turn("turn-second", "The second turn", "second"),
    request("request-first", "One small wish", "first"),
    request("request-second", "One small wish", "second"),
    close,
  ],
};
