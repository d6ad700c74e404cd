import type { View } from "@/lib/check-in/view";
import type { Guide } from "@/lib/guides/guide";
import { type Heard, script } from "../demo-script";
import type { Move } from "../move";

/** What the scripted partner does next, and after how many ms: long enough to read what is on the screen by then. */
export type PartnerMove = { afterMs: number; move(heard: Heard): Move };

const plain = (afterMs: number, move: Move): PartnerMove => ({ afterMs, move: () => move });

/** Null while it is not the partner's move. He only ever sees what any partner would: his own view. */
export const partnerMove = (view: View, guide: Guide): PartnerMove | null => {
  const next = choose(view, guide);
  return next && view.legal.includes(next.move({ piece: null, mattered: null }).type) ? next : null;
};

const choose = (view: View, guide: Guide): PartnerMove | null => {
  if (view.onBreak) return plain(4000, { type: "comeBack" });
  if (view.backAsked === "byThem") return plain(2500, { type: "goBack" });
  const stage = guide.stages[view.stage.index];
  const at = view.stage.view;
  switch (at.step) {
    case "gather":
      return plain(stage?.phase === "lobby" ? 1800 : 5000, { type: "ready" });
    case "pick":
      return plain(2500, { type: "pick", option: "either" });
    case "write": {
      const isClose = stage?.kind === "reveal" && stage.asks === "close";
      return plain(6000, { type: "write", words: isClose ? script.close : { text: script.appreciation } });
    }
    case "read":
      return plain(4000, { type: "readOn" });
    case "compose":
      return plain(6000, { type: "share", words: at.askedSmaller ? script.smaller : script.piece });
    case "listen":
      return plain(4500, { type: "listened" });
    case "reflect":
      return { afterMs: 6000, move: (heard) => ({ type: "reflect", words: { text: script.reflection(heard) } }) };
    case "confirm":
      return plain(5000, { type: "confirm", answer: "yes", words: null });
    case "ladder":
      return plain(3000, { type: "goOn" });
    case "breathe":
      return plain(8000, { type: "ready" });
    case "more":
      return plain(3000, { type: "shareDone" });
    case "empathise":
      return plain(6000, { type: "empathise", words: { text: script.empathy } });
    case "thank":
      return plain(4500, { type: "thank" });
    case "ask":
      return plain(5000, { type: "ask", words: { text: script.request } });
    case "answer":
      return plain(5000, { type: "answer", answer: "withAChange", words: { text: script.answer } });
    case "settle":
      return plain(2500, { type: "settle", keep: true });
  }
};
