import type { Guide, RequestStage, TurnStage } from "./guide";

const turnWords: TurnStage["words"] = {
  compose: {
    act: "Take the floor. Begin softly, with you.",
    wait: "{name} is finding words. No rush.",
    hint: "Up to three feelings, then the moment, then what is underneath.",
  },
  listen: {
    act: "Nothing to solve. Nothing to defend. Just catch it and hand it back.",
    wait: "{name} is taking it in.",
  },
  reflect: {
    act: "What I heard is…",
    wait: "{name} is putting it into their own words.",
    hint: "Nothing to fix, nothing to defend.",
    starters: ["So when…, you felt…", "What matters to you here is…", "It sounds as if, underneath, you long for…"],
  },
  confirm: {
    act: "Did it land?",
    wait: "{name} is checking whether it landed.",
    hint: "Only you know. Nearly is a good answer too.",
  },
  ladder: {
    act: "Close enough to go on, or breathe for a minute?",
    wait: "{name} is choosing how to go on.",
    hint: "Being understood takes a few tries, for everyone.",
  },
  breathe: {
    act: "One minute of breathing, both of you. Then once more, gently.",
    wait: "{name} is still breathing.",
  },
  more: {
    act: "Is there a little more, or is that all for now?",
    wait: "{name} is looking whether there is a little more.",
  },
  empathise: {
    act: "It makes sense to me, because…",
    wait: "{name} is looking for where it makes sense.",
    hint: "Making sense is not agreeing.",
    starters: ["It makes sense to me, because…", "I imagine it felt…"],
  },
  thank: {
    act: "Read it in your own time. A thank you hands the floor on.",
    wait: "{name} is reading what you wrote.",
  },
};

const turn = (id: string, title: string, speaker: "first" | "second"): TurnStage => ({
  kind: "turn",
  id,
  title,
  speaker,
  softSeconds: 300,
  parts: {
    feelings: "Which words come nearest? Up to three.",
    moment: "What would a camera have seen? When…",
    need: "Underneath, I'm longing for…",
    opening: "Would you be willing to hear this and tell me what you heard?",
  },
  words: turnWords,
});

const request = (id: string, title: string, asker: "first" | "second"): RequestStage => ({
  kind: "request",
  id,
  title,
  asker,
  softSeconds: 180,
  words: {
    ask: {
      act: "This week, would you be willing to…?",
      wait: "{name} is looking for one small thing to ask.",
      hint: "Small? Could a camera see it done? Can the answer be no?",
      starters: ["This week, would you be willing to…?"],
    },
    answer: {
      act: "Yes, yes with a change, or not now. All three are good answers.",
      wait: "{name} is weighing it. Any answer is fine.",
    },
    settle: {
      act: "Keep this as an agreement of yours? It takes both of you, and either may let it go later.",
      wait: "{name} is still choosing.",
    },
  },
});

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
    {
      kind: "gather",
      id: "ground",
      title: "Landing",
      softSeconds: 60,
      breathSeconds: 60,
      asksSteadiness: true,
      words: {
        gather: {
          act: "Feet on the floor. Three slow breaths. You are on the same side.",
          wait: "{name} is still breathing. Stay a moment longer.",
        },
      },
    },
    {
      kind: "gather",
      id: "rules",
      title: "How we do this",
      softSeconds: 45,
      words: {
        gather: { act: "Four things to hold on to. Say when they sit right.", wait: "{name} is reading them too." },
      },
      lines: [
        "One voice at a time.",
        "I speak about me.",
        "We understand before we fix.",
        "Either of us may pause, always.",
      ],
    },
    {
      kind: "choose",
      id: "order",
      title: "Who goes first",
      softSeconds: 45,
      options: "order",
      words: { pick: { act: "Who would like to go first?", wait: "{name} is still choosing." } },
    },
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
    {
      kind: "gather",
      id: "swap",
      title: "Changing places",
      softSeconds: 45,
      breathSeconds: 20,
      words: {
        gather: {
          act: "Thank you both. One breath, and the floor changes hands.",
          wait: "{name} is taking a breath before you change places.",
        },
      },
    },
    turn("turn-second", "The second turn", "second"),
    request("request-first", "One small wish", "first"),
    request("request-second", "One small wish", "second"),
    {
      kind: "reveal",
      id: "close",
      title: "Closing",
      phase: "closing",
      asks: "close",
      softSeconds: 120,
      words: {
        write: {
          act: "Thank you for…",
          wait: "{name} is writing a thank you. Both open together.",
          hint: "One thing, and one word for how you leave.",
          starters: ["Thank you for…"],
        },
        read: { act: "This is what you leave each other with.", wait: "{name} is still reading." },
      },
    },
  ],
};
