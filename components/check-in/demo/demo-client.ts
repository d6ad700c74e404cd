import type { Refusal } from "@/lib/check-in/commands";
import { decide } from "@/lib/check-in/decide";
import { evolve, start } from "@/lib/check-in/evolve";
import type { CheckInState } from "@/lib/check-in/state";
import { viewFor } from "@/lib/check-in/view";
import { standard } from "@/lib/guides/standard";
import { checkInIdSchema, commandIdSchema, coupleIdSchema, type Seat } from "@/lib/ids";
import type { Heard } from "../demo-script";
import type { Move } from "../move";
import { createOpener } from "../opener";
import type { RoomState } from "../room-client";
import { sealMove } from "../seal-move";
import { partnerMove } from "./partner-move";

const person: Seat = "A";
const partner: Seat = "B";

const makeState = (): CheckInState => {
  const checkInId = checkInIdSchema.parse(crypto.randomUUID());
  const commandId = commandIdSchema.parse(crypto.randomUUID());
  const { id: guideId, version: guideVersion } = standard;
  return start(standard, {
    ...{ type: "opened", seat: person, at: Date.now(), commandId, checkInId, guideId, guideVersion },
    ...{ mode: "written", favoured: person },
  });
};

/**
 * A whole check-in inside the page: the same rules, the same seals, a key that is gone with the page. It gives what a room's
 * client gives, and plays the other seat by the script.
 *
 * @param pace multiplies the partner's delays; 0 is at once
 */
export const createDemoClient = (coupleKey: CryptoKey, pace: number) => {
  let table = makeState();
  const coupleId = coupleIdSchema.parse(crypto.randomUUID());
  const { checkInId, guide } = table;
  const opener = createOpener(coupleKey, coupleId, checkInId);
  let state: RoomState = {
    view: viewFor(table, person),
    clockOffsetMs: 0,
    connection: "here",
    partner: { presence: "here", since: Date.now() },
    sending: null,
    refusal: null,
    closed: null,
  };
  const listeners = new Set<() => void>();
  const set = (change: Partial<RoomState>) => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };

  /** As the server does it: sealed words in, one event or a refusal out. */
  const run = async (seat: Seat, move: Move): Promise<Refusal | null> => {
    const commandId = commandIdSchema.parse(crypto.randomUUID());
    const forStep = table.step;
    const stage = guide.stages[table.table.stage];
    const command = await sealMove(move, commandId, stage, { coupleKey, coupleId, checkInId, seat });
    if (!command.ok) return command.refusal;
    const decided = decide(table, { commandId, forStep, command: command.value }, seat, Date.now());
    if (!decided.ok) return decided.refusal;
    if (decided.value) table = evolve(table, decided.value);
    return null;
  };

  const heard = async (): Promise<Heard> => {
    const { inner } = table.table;
    if (inner.kind !== "turn") return { piece: null, mattered: null };
    const last = inner.exchanges.at(-1)?.pieces.at(-1);
    const [piece, mattered] = await Promise.all([
      last && opener.open(last),
      inner.mattered && opener.open(inner.mattered),
    ]);
    return {
      piece: piece?.state === "open" && piece.words.kind === "piece" ? piece.words.piece : null,
      mattered: mattered?.state === "open" && mattered.words.kind === "text" ? (mattered.words.text ?? null) : null,
    };
  };

  let timer: ReturnType<typeof setTimeout> | undefined;
  const letPartnerMove = () => {
    clearTimeout(timer);
    const next = partnerMove(viewFor(table, partner), guide);
    if (!next) return;
    const { step } = table;
    timer = setTimeout(async () => {
      const move = next.move(await heard());
      if (table.step === step) await run(partner, move);
      shown();
    }, next.afterMs * pace);
  };
  const shown = () => {
    set({ view: viewFor(table, person) });
    letPartnerMove();
  };

  return {
    opener,
    guide,
    get: () => state,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    open: letPartnerMove,
    dispose: () => clearTimeout(timer),
    async send(move: Move, sent: () => void) {
      if (state.sending) return;
      set({ sending: move.type, refusal: null });
      const refusal = await run(person, move);
      if (!refusal) sent();
      set({ sending: null, refusal });
      shown();
    },
    forgetRefusal: () => set({ refusal: null }),
  };
};
export type DemoClient = ReturnType<typeof createDemoClient>;
