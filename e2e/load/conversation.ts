import { randomBytes } from "node:crypto";
import type { Command } from "@/lib/check-in/commands";
import { decide } from "@/lib/check-in/decide";
import type { CheckInEvent, OpenedEvent } from "@/lib/check-in/events";
import { evolve, start } from "@/lib/check-in/evolve";
import { standard } from "@/lib/guides/standard";
import type { CommandId, Seat } from "@/lib/ids";
import { paddingStep } from "@/lib/sealing/padding";
import type { Sealed } from "@/lib/sealing/sealed";

/** One move of a check-in that goes its usual way. `words`: how many bytes of plain text were sealed in it, padding included. */
export type Move = { seat: Seat; command: (words: Sealed) => Command; words: number };

const plain = (seat: Seat, command: Command): Move => ({ seat, command: () => command, words: paddingStep });
const ready = [plain("A", { type: "ready" }), plain("B", { type: "ready" })];

/** From the lobby to the first turn. */
const opening: readonly Move[] = [
  ...ready,
  ...ready,
  ...ready,
  plain("A", { type: "pick", option: "A" }),
  plain("B", { type: "pick", option: "A" }),
  { seat: "A", command: (words) => ({ type: "write", words }), words: paddingStep },
  { seat: "B", command: (words) => ({ type: "write", words }), words: paddingStep },
  plain("A", { type: "readOn" }),
  plain("B", { type: "readOn" }),
];

/** A piece of a few sentences with feelings and a need; everything else fits the smallest sealed size. */
const pieceBytes = 2 * paddingStep;

const pieceOf = (speaker: Seat, listener: Seat): Move[] => {
  const share: Move = { seat: speaker, command: (words) => ({ type: "share", words }), words: pieceBytes };
  const reflect: Move = { seat: listener, command: (words) => ({ type: "reflect", words }), words: paddingStep };
  const confirm = (answer: "notQuite" | "nearly"): Move => ({
    seat: speaker,
    command: (words) => ({ type: "confirm", answer, words }),
    words: paddingStep,
  });
  const heard = [reflect, confirm("notQuite"), reflect, confirm("notQuite"), reflect, confirm("nearly")];
  return [share, plain(listener, { type: "listened" }), ...heard];
};

const turnOf = (speaker: Seat, listener: Seat): Move[] => [
  ...pieceOf(speaker, listener),
  ...pieceOf(speaker, listener),
  ...pieceOf(speaker, listener),
  plain(speaker, { type: "shareDone" }),
  { seat: listener, command: (words) => ({ type: "empathise", words }), words: paddingStep },
  plain(speaker, { type: "thank" }),
];

/** Both turns in full length: what is measured, move by move. Each is acknowledged and changes what the other one sees. */
export const conversation: readonly Move[] = [...turnOf("A", "B"), ...ready, ...turnOf("B", "A")];

/** As large as a sealed value of so many padded bytes, and as hard to compress. No key opens it; the server cannot know. */
export const sealedOfSize = (bytes: number): Sealed => ({
  v: 1,
  n: randomBytes(12).toString("base64url"),
  c: randomBytes(bytes + 16).toString("base64url"),
});

/** What the log of a check-in holds when its first turn begins, A speaking. */
export const eventsToFirstTurn = (opened: OpenedEvent, newCommandId: () => CommandId): CheckInEvent[] => {
  const log: CheckInEvent[] = [opened];
  opening.reduce(
    (state, move) => {
      const command = move.command(sealedOfSize(move.words));
      const envelope = { commandId: newCommandId(), forStep: state.step, command };
      const decided = decide(state, envelope, move.seat, opened.at);
      if (!decided.ok || !decided.value) throw new Error(`${command.type} does not lead to the first turn`);
      log.push(decided.value);
      return evolve(state, decided.value);
    },
    start(standard, opened),
  );
  return log;
};
