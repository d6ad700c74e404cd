import type { ChooseStage, GatherStage, RequestStage, RevealStage, TurnStage } from "./guide";

/*
 * Stages that more than one published guide is made of. A guide that was published keeps its words: change nothing here, write
 * a new stage beside it (the fingerprints in published.test.ts tell).
 */

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

/** A turn of whoever goes first, or second. */
export const turn = (id: string, title: string, speaker: "first" | "second"): TurnStage => ({
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

export const request = (id: string, title: string, asker: "first" | "second"): RequestStage => ({
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

export const ground: GatherStage = {
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
};

export const houseRules: GatherStage = {
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
};

export const order: ChooseStage = {
  kind: "choose",
  id: "order",
  title: "Who goes first",
  softSeconds: 45,
  options: "order",
  words: { pick: { act: "Who would like to go first?", wait: "{name} is still choosing." } },
};

export const swap: GatherStage = {
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
};

export const close: RevealStage = {
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
};
