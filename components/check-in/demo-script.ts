import type { Content } from "@/lib/sealing/contents";
import { findFeeling } from "@/lib/words/feelings";
import { findNeed } from "@/lib/words/needs";

/** What the scripted partner in the demo says. Sam is made up, and so is his week. */
export const partnerName = "Sam";

/** What Sam has just been told: he can only say back what he heard. */
export type Heard = { piece: Content<"piece"> | null; mattered: string | null };

const joined = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;

const feelingsIn = (piece: Content<"piece">): string =>
  joined(piece.feelings.map(({ word }) => findFeeling(word)?.word ?? word));

const reflection = ({ piece, mattered }: Heard): string => {
  if (mattered) return `Thank you, let me try again. What matters most to you is this: “${mattered}”`;
  const felt = piece && piece.feelings.length > 0 ? `What I heard is that you felt ${feelingsIn(piece)}.` : "";
  const when = piece?.moment ? `It was about this: “${piece.moment}”` : "";
  const need = piece?.need
    ? `Underneath, you are longing for ${findNeed(piece.need)?.word ?? `this: “${piece.need}”`}.`
    : "";
  const said = [felt, when, need].filter(Boolean).join(" ");
  return said || "What I heard is that this matters to you, and that you would like me near it.";
};

export const script = {
  appreciation: "On Tuesday you put the kettle on before I was through the door. I felt looked after.",
  piece: {
    feelings: [
      { word: "distant", strength: "touch" },
      { word: "stretched", strength: "clearly" },
    ],
    moment: "When we both looked at our phones after dinner on Thursday, and then the evening was over.",
    need: "time together",
    opening: "Would you be willing to hear this and tell me what you heard?",
  },
  smaller: {
    feelings: [{ word: "distant", strength: "touch" }],
    moment: "The evenings are short, and I miss you in them.",
  },
  reflection,
  empathy: "It makes sense to me, because you carry a lot, and I know what it is like to wait to be met.",
  request: "This week, would you be willing to have one dinner with both phones in the other room?",
  answer: "Yes, I'd like to. Wednesday would be an easier day for me to begin.",
  close: { thanks: "Thank you for this time, and for saying it the way you did.", leaving: "lighter" },
} as const;
