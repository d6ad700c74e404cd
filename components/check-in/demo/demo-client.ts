import { standard } from "@/lib/guides/standard";
import type { Seat } from "@/lib/ids";
import type { Heard } from "../demo-script";
import type { Move } from "../move";
import type { RoomState } from "../room-client";
import { partnerMove } from "./partner-move";
import { createTable } from "./table";

const person: Seat = "A";
const partner: Seat = "B";

/**
 * The demo's end of a room: what a room's client gives, at a table in this page, with the other seat played by the script.
 *
 * @param coupleKey made for this page and gone with it
 * @param pace multiplies the partner's delays; 0 is at once
 */
export const createDemoClient = (coupleKey: CryptoKey, pace: number) => {
  const table = createTable(coupleKey, standard);
  const { opener, guide } = table;
  let state: RoomState = {
    view: table.viewOf(person),
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

  const heard = async (): Promise<Heard> => {
    const { view } = table.viewOf(partner).stage;
    if (view.kind !== "turn") return { piece: null, mattered: null };
    const last = view.exchanges.at(-1)?.pieces.at(-1);
    const piece = last && (await opener.open(last));
    const mattered = view.mattered && (await opener.open(view.mattered));
    return {
      piece: piece?.state === "open" && piece.words.kind === "piece" ? piece.words.piece : null,
      mattered: mattered?.state === "open" && mattered.words.kind === "text" ? (mattered.words.text ?? null) : null,
    };
  };

  let timer: ReturnType<typeof setTimeout> | undefined;
  const letPartnerMove = () => {
    clearTimeout(timer);
    const { step } = table.get();
    const next = partnerMove(table.viewOf(partner), guide);
    if (!next) return;
    timer = setTimeout(async () => {
      const move = next.move(await heard());
      // The person may have moved on while the words were being opened.
      if (table.get().step === step) await table.run(partner, move);
      show();
    }, next.afterMs * pace);
  };
  const show = () => {
    set({ view: table.viewOf(person) });
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
      const refusal = await table.run(person, move);
      if (!refusal) sent();
      set({ sending: null, refusal });
      show();
    },
    forgetRefusal: () => set({ refusal: null }),
  };
};
