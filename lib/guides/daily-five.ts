import type { Guide } from "./guide";

export const dailyFive: Guide = {
  id: "daily-five",
  version: 1,
  title: "Five minutes",
  about: "How you are today, what you are glad of, and what you could use.",
  minutes: [5, 5],
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
      lines: ["Five minutes are enough.", "Nothing to solve today.", "A hard topic can wait. Park it for our weekly."],
    },
    {
      kind: "reveal",
      id: "weather",
      title: "Weather",
      asks: "feelings",
      softSeconds: 60,
      words: {
        write: {
          act: "What is the weather in you today?",
          wait: "{name} is still looking. Both open together.",
          hint: "One word is enough.",
        },
        read: { act: "This is the weather in you two.", wait: "{name} is still reading." },
      },
    },
    {
      kind: "reveal",
      id: "glad",
      title: "Glad of",
      asks: "line",
      softSeconds: 60,
      words: {
        write: {
          act: "Today I'm glad of…",
          wait: "{name} is still writing. Both open together.",
          hint: "Small is good.",
          starters: ["I'm glad of…", "It was good when…"],
        },
        read: { act: "Read each other's, in your own time.", wait: "{name} is still reading." },
      },
    },
    {
      kind: "reveal",
      id: "could-use",
      title: "Could use",
      asks: "line",
      offers: "needs",
      softSeconds: 60,
      words: {
        write: {
          act: "Today I could use…",
          wait: "{name} is still looking. Both open together.",
          hint: "A hard topic? Park it for our weekly.",
          starters: ["Nothing, just know."],
        },
        read: { act: "Nothing to solve. It is good to know.", wait: "{name} is still reading." },
      },
    },
    {
      kind: "reveal",
      id: "line-back",
      title: "One line back",
      phase: "closing",
      asks: "line",
      softSeconds: 60,
      words: {
        write: {
          act: "One line back to {name}…",
          wait: "{name} is writing you a line. Both open together.",
          hint: "What you heard, or what you can give today.",
          starters: ["I heard that…", "Today I can…", "I'm here."],
        },
        read: { act: "This is what you leave each other with.", wait: "{name} is still reading." },
      },
    },
  ],
};
