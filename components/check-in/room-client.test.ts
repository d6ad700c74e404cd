import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Command, CommandEnvelope } from "@/lib/check-in/commands";
import { decide } from "@/lib/check-in/decide";
import { evolve } from "@/lib/check-in/evolve";
import type { CheckInState } from "@/lib/check-in/state";
import { noon, play, playToFirstTurn, sealedOf } from "@/lib/check-in/test-kit";
import { viewFor } from "@/lib/check-in/view";
import type { Ack, ViewMessage } from "@/lib/protocol";
import { ok } from "@/lib/result";
import { createMemoryDrafts, type Drafts } from "./drafts";
import type { Move } from "./move";
import { createOutbox } from "./outbox";
import { createRoomClient } from "./room-client";
import type { Wire, WireEvents } from "./wire";

type Waiting<T> = { answer(value: Ack<T>): void; lost(): void };
type Version = { version: number };

/** Both ends of a line, flushed by hand: nothing arrives before the test says so. */
const makeLine = (state: CheckInState) => {
  let table = state;
  let events: WireEvents | null = null;
  const joins: Waiting<ViewMessage>[] = [];
  const commands: (Waiting<Version> & { envelope: CommandEnvelope })[] = [];
  const ask = <T>(keep: (waiting: Waiting<T>) => void) =>
    new Promise<Ack<T>>((resolve, reject) => keep({ answer: resolve, lost: () => reject(new Error("lost")) }));
  const wire: Wire = {
    open(heard) {
      events = heard;
    },
    join: () => ask((waiting) => joins.push(waiting)),
    command: (envelope) => ask((waiting: Waiting<Version>) => commands.push({ ...waiting, envelope })),
    reconnect: vi.fn(),
    leave: vi.fn(),
  };
  const view = (): ViewMessage => ({ view: viewFor(table, "A"), now: noon });
  return {
    wire,
    joins,
    commands,
    view,
    hear: (): WireEvents => {
      if (!events) throw new Error("The line was never opened");
      return events;
    },
    async join() {
      this.hear().connected();
      joins.at(-1)?.answer(ok(view()));
      await settled();
    },
    /** The server's part for the command that came last: decided, committed, not yet answered. */
    commit(): Ack<Version> {
      const sent = commands.at(-1);
      if (!sent) throw new Error("Nothing was sent");
      const decided = decide(table, sent.envelope, "A", noon);
      if (decided.ok && decided.value) table = evolve(table, decided.value);
      return decided.ok ? ok({ version: table.version }) : decided;
    },
  };
};

/** Lets every promise that can go on go on, without any time passing. */
const settled = () => vi.advanceTimersByTimeAsync(0);

const words = sealedOf("words");
const sealed = (move: Move): Command => ("words" in move ? { ...move, words: move.words && words } : move);

const makeRoom = (state: CheckInState, drafts: Drafts = createMemoryDrafts()) => {
  const line = makeLine(state);
  const outbox = createOutbox(drafts, state.checkInId);
  const client = createRoomClient({
    wire: line.wire,
    outbox,
    first: line.view(),
    seal: async (move) => ok(sealed(move)),
  });
  client.open();
  return { line, client, drafts, outbox };
};

const share: Move = { type: "share", words: { feelings: [] } };

beforeEach(() => {
  vi.useFakeTimers({ now: noon });
});
afterEach(() => {
  vi.useRealTimers();
});

test("a command whose answer was lost is sent again after the reconnect, as the very same command", async () => {
  const { line, client } = makeRoom(playToFirstTurn().state);
  await line.join();
  void client.send(share, "draft");
  await settled();
  line.commit();
  line.commands[0]?.lost();
  line.hear().dropped();
  await settled();
  await line.join();
  await settled();
  expect(line.commands).toHaveLength(2);
  expect(line.commands[1]?.envelope).toEqual(line.commands[0]?.envelope);
  line.commands[1]?.answer(line.commit());
  await settled();
  expect(client.get()).toMatchObject({ sending: null, refusal: null });
});

test("nothing is sent before the room is joined", async () => {
  const { line, client } = makeRoom(playToFirstTurn().state);
  void client.send(share, "draft");
  await settled();
  expect(line.commands).toHaveLength(0);
  expect(client.get().sending).toBe("share");
  await line.join();
  expect(line.commands).toHaveLength(1);
});

test("a reload in mid-send sends the very same command, and its draft goes with the answer", async () => {
  const drafts = createMemoryDrafts();
  await drafts.keep("draft", "my words");
  const before = makeRoom(playToFirstTurn().state, drafts);
  await before.line.join();
  void before.client.send(share, "draft");
  await settled();
  before.client.dispose();

  const after = makeRoom(playToFirstTurn().state, drafts);
  await after.line.join();
  expect(after.line.commands.map(({ envelope }) => envelope)).toEqual([before.line.commands[0]?.envelope]);
  after.line.commands[0]?.answer(after.line.commit());
  await settled();
  expect(await drafts.read("draft")).toBeUndefined();
  expect(await after.outbox.read()).toBeNull();
});

test("only one command is on its way, however often a button is pressed", async () => {
  const { line, client } = makeRoom(playToFirstTurn().state);
  await line.join();
  void client.send(share, "draft");
  void client.send(share, "draft");
  void client.send({ type: "slowDown" }, null);
  await settled();
  expect(line.commands.map(({ envelope }) => envelope.command.type)).toEqual(["share"]);
});

test("a refusal is told by its name and the draft stays", async () => {
  const drafts = createMemoryDrafts();
  await drafts.keep("draft", "my words");
  const { line, client, outbox } = makeRoom(playToFirstTurn().state, drafts);
  await line.join();
  void client.send(share, "draft");
  await settled();
  line.commands[0]?.answer({ ok: false, refusal: "stepMoved" });
  await settled();
  expect(client.get()).toMatchObject({ sending: null, refusal: "stepMoved" });
  expect(await drafts.read("draft")).toBe("my words");
  expect(await outbox.read()).toBeNull();
});

test("a server that cannot answer just now is asked again with the same command, and then the person is told", async () => {
  const { line, client } = makeRoom(playToFirstTurn().state);
  await line.join();
  void client.send(share, "draft");
  await settled();
  while (client.get().refusal === null) {
    line.commands.at(-1)?.answer({ ok: false, refusal: "unavailable" });
    await vi.advanceTimersByTimeAsync(2000);
  }
  expect(client.get().refusal).toBe("unavailable");
  expect(line.commands).toHaveLength(5);
  expect(new Set(line.commands.map(({ envelope }) => envelope.commandId)).size).toBe(1);
});

test("a view that is not newer than the one on the screen is dropped", async () => {
  const game = play();
  const old = viewFor(game.state, "A");
  game.act("B", { type: "ready" });
  const { line, client } = makeRoom(game.state);
  const { view } = client.get();
  line.hear().view({ view: old, now: noon });
  line.hear().view({ view: { ...view, status: "completed" }, now: noon });
  expect(client.get().view).toBe(view);
  game.act("A", { type: "ready" });
  line.hear().view({ view: viewFor(game.state, "A"), now: noon + 5000 });
  expect(client.get().view.version).toBe(game.state.version);
  expect(client.get().clockOffsetMs).toBe(5000);
});

test("a button stays pending until the screen shows what it did", async () => {
  const { line, client } = makeRoom(playToFirstTurn().state);
  await line.join();
  void client.send(share, null);
  await settled();
  line.commands[0]?.answer(line.commit());
  await settled();
  expect(client.get().sending).toBe("share");
  line.hear().view(line.view());
  expect(client.get().sending).toBeNull();
});

test("a view that never came after its answer is asked for", async () => {
  const { line, client } = makeRoom(playToFirstTurn().state);
  await line.join();
  void client.send(share, null);
  await settled();
  line.commands[0]?.answer(line.commit());
  await vi.advanceTimersByTimeAsync(2000);
  expect(line.joins).toHaveLength(2);
  line.joins[1]?.answer(ok(line.view()));
  await settled();
  expect(client.get().sending).toBeNull();
  expect(client.get().view.stage.view.step).toBe("listen");
});

test("a dropped line is not told for 15 seconds, then reconnecting, and away after two minutes", async () => {
  const { line, client } = makeRoom(play().state);
  await line.join();
  expect(client.get().connection).toBe("here");
  line.hear().dropped();
  expect(client.get().connection).toBe("shaky");
  await vi.advanceTimersByTimeAsync(15_000);
  expect(client.get().connection).toBe("reconnecting");
  await vi.advanceTimersByTimeAsync(105_000);
  expect(client.get().connection).toBe("away");
  await line.join();
  expect(client.get().connection).toBe("here");
});

test("only the other one's presence is kept, with the time since when it has been so", () => {
  const { line, client } = makeRoom(play().state);
  const { checkInId } = client.get().view;
  line.hear().presence({ checkInId, seat: "A", presence: "dropped", forMs: 0 });
  expect(client.get().partner.presence).toBe("here");
  line.hear().presence({ checkInId, seat: "B", presence: "steppedOut", forMs: 4000 });
  expect(client.get().partner).toEqual({ presence: "steppedOut", since: noon - 4000 });
});

test.each([
  ["signedOut", "signedOut"],
  ["protocol", "outOfDate"],
] as const)("a handshake refused by %s closes the room as %s", (refusal, closed) => {
  const { line, client } = makeRoom(play().state);
  line.hear().refused(refusal);
  expect(client.get().closed).toBe(closed);
  expect(line.wire.leave).toHaveBeenCalledOnce();
});

test("a handshake that the server cannot take just now is tried again", async () => {
  const { line, client } = makeRoom(play().state);
  line.hear().refused("unavailable");
  await vi.advanceTimersByTimeAsync(2000);
  expect(line.wire.reconnect).toHaveBeenCalledOnce();
  expect(client.get().closed).toBeNull();
});

test("a check-in that is not this person's closes the room, and nothing more is sent", async () => {
  const { line, client } = makeRoom(play().state);
  line.hear().connected();
  line.joins[0]?.answer({ ok: false, refusal: "notAParticipant" });
  await settled();
  expect(client.get().closed).toBe("gone");
  await client.send({ type: "ready" }, null);
  expect(line.commands).toHaveLength(0);
});
