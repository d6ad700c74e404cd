import type { Command, CommandType, Refusal } from "@/lib/check-in/commands";
import type { View } from "@/lib/check-in/view";
import { type CommandId, commandIdSchema } from "@/lib/ids";
import type { ClosedMessage, PresenceMessage, ViewMessage } from "@/lib/protocol";
import type { Result } from "@/lib/result";
import { awayAfterMs, type Connection, connectionAfter, shakyForMs } from "./connection";
import type { Move } from "./move";
import type { Outbox, Outgoing } from "./outbox";
import type { PartnerPresence } from "./room";
import type { Wire } from "./wire";

/** `outOfDate`: the page is older than the server. `gone`: this check-in is not this person's any more. */
export type Closed = ClosedMessage["reason"] | "outOfDate" | "gone";

export type RoomState = {
  view: View;
  clockOffsetMs: number;
  connection: Connection;
  partner: PartnerPresence;
  sending: CommandType | null;
  refusal: Refusal | null;
  closed: Closed | null;
};

export type RoomClientOptions = {
  wire: Wire;
  outbox: Outbox;
  /** The view that the page came with. */
  first: ViewMessage;
  seal(move: Move, commandId: CommandId, view: View): Promise<Result<Command, Refusal>>;
};

const retryMs = 2000;
/** A server that cannot answer right now is asked again with the same command; then the person is told. */
const mostTries = 5;

const makeCommandId = (): CommandId => commandIdSchema.parse(crypto.randomUUID());

/**
 * The browser's end of a room, apart from React and from the socket: one command in flight, the same command id until it is
 * answered, views only ever newer. Nothing is sent before the room is joined, since whatever was sent while the line was
 * down is older than what the join brings.
 */
export const createRoomClient = ({ wire, outbox, first, seal }: RoomClientOptions) => {
  const now = () => Date.now();
  let droppedAt: number | null = now();
  let state: RoomState = {
    view: first.view,
    clockOffsetMs: first.now - now(),
    connection: "here",
    partner: { presence: "here", since: now() },
    sending: null,
    refusal: null,
    closed: null,
  };
  const listeners = new Set<() => void>();
  const set = (change: Partial<RoomState>) => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };

  let joined = false;
  let outgoing: Outgoing | null = null;
  let asking = false;
  let tries = 0;
  /** The version that holds the last acknowledged command: until it is on the screen its button stays pending. */
  let expected = 0;
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const later = (run: () => void, ms: number) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      run();
    }, ms);
    timers.add(timer);
  };

  const showConnection = () => set({ connection: connectionAfter(droppedAt === null ? null : now() - droppedAt) });
  const watchTheLine = () => {
    later(showConnection, shakyForMs);
    later(showConnection, awayAfterMs);
  };

  const takeView = ({ view, now: serverNow }: ViewMessage) => {
    const clockOffsetMs = serverNow - now();
    // Once it has ended, words may be taken back without a new version: the same one again may show less.
    const isOlder = view.end ? view.version < state.view.version : view.version <= state.view.version;
    if (isOlder) return set({ clockOffsetMs });
    const shown = outgoing === null && view.version >= expected;
    set({ view, clockOffsetMs, ...(shown && { sending: null }) });
  };

  const close = (closed: Closed) => {
    joined = false;
    wire.leave();
    set({ closed, sending: null });
  };

  const join = async () => {
    const answer = await wire.join().catch(() => null);
    if (state.closed) return;
    if (answer?.ok) {
      joined = true;
      droppedAt = null;
      takeView(answer.value);
      showConnection();
      return flush();
    }
    if (answer && answer.refusal !== "unavailable" && answer.refusal !== "slowDown") return close("gone");
    if (droppedAt !== null) later(() => void join(), retryMs);
  };

  const flush = async (): Promise<void> => {
    if (!outgoing || asking || !joined) return;
    const sent = outgoing;
    asking = true;
    const answer = await wire.command(sent.envelope).catch(() => null);
    asking = false;
    if (state.closed || outgoing !== sent) return;
    if (answer?.ok) return acknowledged(sent, answer.value.version);
    tries += 1;
    const mayPass = !answer || answer.refusal === "unavailable" || answer.refusal === "slowDown";
    if (answer && !(mayPass && tries < mostTries)) return refused(sent, answer.refusal);
    // No answer may mean that it was done: only the same command id is safe to send again.
    if (joined) later(() => void flush(), retryMs);
  };

  const acknowledged = async (sent: Outgoing, version: number) => {
    outgoing = null;
    expected = version;
    if (state.view.version >= version) set({ sending: null });
    // Committed, and the view did not come: ask for it.
    else later(() => state.view.version < version && joined && void join(), retryMs);
    await outbox.settle(sent, true);
  };

  const refused = async (sent: Outgoing, refusal: Refusal) => {
    outgoing = null;
    set({ sending: null, refusal });
    await outbox.settle(sent, false);
  };

  /** Before anything else is sent: what a reload left on its way. */
  const restored = outbox
    .read()
    .catch(() => null)
    .then((left) => {
      if (!left) return;
      outgoing = left;
      set({ sending: left.envelope.command.type });
      return flush();
    });

  return {
    get: () => state,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    /** May follow a `dispose`: React opens a page twice while it is being developed. */
    open() {
      watchTheLine();
      wire.open({
        connected: () => void join(),
        dropped() {
          joined = false;
          droppedAt ??= now();
          showConnection();
          watchTheLine();
        },
        refused(reason) {
          if (reason === "signedOut") close("signedOut");
          else if (reason === "protocol") close("outOfDate");
          else later(() => !state.closed && wire.reconnect(), retryMs);
        },
        view: takeView,
        presence({ seat, presence, forMs }: PresenceMessage) {
          if (seat !== state.view.seat) set({ partner: { presence, since: now() - forMs } });
        },
        closed: ({ reason }) => close(reason),
      });
    },
    async send(move: Move, draft: string | null) {
      if (state.sending || state.closed) return;
      // The step that was on the screen when it was tapped; and taken at once, so that a second tap finds it so.
      const { view } = state;
      set({ sending: move.type, refusal: null });
      await restored;
      if (outgoing) return;
      set({ sending: move.type });
      const commandId = makeCommandId();
      const command = await seal(move, commandId, view);
      if (!command.ok) return set({ sending: null, refusal: command.refusal });
      const next = { envelope: { commandId, forStep: view.step, command: command.value }, draft };
      await outbox.keep(next).catch(() => undefined);
      outgoing = next;
      tries = 0;
      return flush();
    },
    forgetRefusal: () => set({ refusal: null }),
    dispose() {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
      joined = false;
      droppedAt = now();
      wire.leave();
    },
  };
};
