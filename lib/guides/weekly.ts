import type { Guide } from "./guide";
import { close, ground, houseRules, order, request, swap, turn } from "./shared-stages";

export const weekly: Guide = {
  id: "weekly",
  version: 1,
  title: "Our weekly",
  about: "What was good this week, how your agreements go, and a turn each to be heard.",
  minutes: [45, 60],
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
      lines: ["Water nearby.", "Phones quiet, but for this one.", "An hour that is only yours."],
    },
    ground,
    houseRules,
    {
      kind: "reveal",
      id: "appreciations",
      title: "Three warm things",
      asks: "appreciation",
      softSeconds: 240,
      words: {
        write: {
          act: "Three small things you did this week that warmed me…",
          wait: "{name} is still writing. Both open together.",
          hint: "One a line. Fewer than three is fine too.",
          starters: ["I noticed when you…", "It warmed me that you…", "I was glad when you…"],
        },
        read: { act: "Read each other's, in your own time.", wait: "{name} is still reading." },
      },
    },
    {
      kind: "reveal",
      id: "went-well",
      title: "What went well",
      asks: "line",
      softSeconds: 180,
      words: {
        write: {
          act: "This week, what went well between us is…",
          wait: "{name} is still writing. Both open together.",
          hint: "Something the two of you did, however small.",
          starters: ["We managed to…", "It was easier when we…"],
        },
        read: { act: "Read each other's, in your own time.", wait: "{name} is still reading." },
      },
    },
    {
      kind: "gather",
      id: "agreements",
      title: "What we agreed on",
      softSeconds: 300,
      reviewsAgreements: true,
      words: {
        gather: {
          act: "Do our agreements still fit?",
          wait: "{name} is still looking at what you agreed on.",
        },
      },
    },
    order,
    turn("turn-first", "The first turn", "first"),
    swap,
    turn("turn-second", "The second turn", "second"),
    {
      kind: "reveal",
      id: "common-ground",
      title: "Common ground",
      asks: "line",
      softSeconds: 240,
      words: {
        write: {
          act: "Where I can bend, and where I can't yet…",
          wait: "{name} is still writing. Both open together.",
          hint: "Both are honest answers.",
          starters: ["I can bend where…", "I can't yet…"],
        },
        read: { act: "Read each other's, in your own time.", wait: "{name} is still reading." },
      },
    },
    request("request-first", "One small wish", "first"),
    request("request-second", "One small wish", "second"),
    close,
  ],
};
