import { describe, expect, test } from "vitest";
import { checkInIdSchema, type Seat } from "@/lib/ids";
import type { ReadingAck } from "@/lib/protocol";
import { moveReading, nobodyReads, type Reading, type ReadingMove } from "@/lib/reading/together";
import { createTogetherClient } from "./together-client";
import type { TogetherEvents, TogetherWire } from "./together-wire";

const checkInId = checkInIdSchema.parse("01890000-0000-7000-8000-000000000000");
const settled = () => new Promise((resolve) => setImmediate(resolve));

/** A server with the real rules and lines that can be cut. */
const createServer = () => {
  let reading: Reading = nobodyReads;
  const lines = new Map<Seat, TogetherEvents>();
  const down = new Set<Seat>();
  const tell = () => {
    for (const [seat, events] of lines) if (!down.has(seat)) events.state({ checkInId, reading });
  };
  const move = (seat: Seat, change: ReadingMove): ReadingAck => {
    const moved = moveReading(reading, seat, change);
    if (!moved.ok) return moved;
    reading = moved.value;
    tell();
    return { ok: true, value: null };
  };
  const asked = (seat: Seat, change: ReadingMove) =>
    down.has(seat) ? Promise.reject(new Error("down")) : Promise.resolve(move(seat, change));
  const wireOf = (seat: Seat): TogetherWire => ({
    open(events) {
      lines.set(seat, events);
      events.connected();
    },
    join: () => asked(seat, { type: "arrive" }),
    take: (page) => asked(seat, { type: "take", page }),
    turn: (page) => asked(seat, { type: "turn", page }),
    pass: () => asked(seat, { type: "pass" }),
    reconnect: () => undefined,
    leave() {
      lines.delete(seat);
      move(seat, { type: "leave" });
    },
  });
  return {
    wireOf,
    reading: () => reading,
    close: (seat: Seat) => lines.get(seat)?.closed({ reason: "unlinked" }),
    drop(seat: Seat) {
      down.add(seat);
      lines.get(seat)?.dropped();
      move(seat, { type: "drop" });
    },
    comeBack(seat: Seat) {
      down.delete(seat);
      lines.get(seat)?.connected();
    },
    restart() {
      reading = nobodyReads;
      for (const [seat, events] of lines) {
        down.add(seat);
        events.dropped();
      }
    },
  };
};

const open = async () => {
  const server = createServer();
  const [mara, sam] = [
    createTogetherClient(server.wireOf("A"), checkInId, "A"),
    createTogetherClient(server.wireOf("B"), checkInId, "B"),
  ];
  for (const client of [mara, sam]) {
    client.open();
    await client.turned("0-warm", false);
  }
  await settled();
  return { server, mara, sam };
};
const together = async () => {
  const at = await open();
  await at.mara.take();
  at.sam.comeAlong();
  return at;
};

describe("reading together", () => {
  test("begins when one asks for it; nobody is taken along unasked", async () => {
    const { mara, sam } = await open();
    expect(mara.get()).toMatchObject({ other: "here", lead: null, reading: { holder: null } });
    await mara.take();
    expect(sam.get()).toMatchObject({ along: false, lead: null, reading: { holder: "A", page: "0-warm" } });
    sam.comeAlong();
    expect(sam.get().lead).toBe("0-warm");
    await mara.turned("1-turn", true);
    expect(sam.get().lead).toBe("1-turn");
  });

  test("of two who ask at the same moment one holds the page and the other comes along", async () => {
    const { mara, sam } = await open();
    await Promise.all([mara.take(), sam.take()]);
    expect(mara.get().reading.holder).toBe("A");
    expect(sam.get()).toMatchObject({ along: true, refusal: null });
  });

  test("looking around is not sent, and the page that is held is found again", async () => {
    const { server, mara, sam } = await together();
    await sam.turned("agreements", true);
    expect(sam.get()).toMatchObject({ along: false, hasBeenAlong: true, lead: null });
    expect(server.reading().page).toBe("0-warm");
    await mara.turned("1-turn", true);
    expect(sam.get().lead).toBeNull();
    sam.comeAlong();
    expect(sam.get().lead).toBe("1-turn");
  });

  test("whoever passes the page comes along with it", async () => {
    const { mara, sam } = await together();
    await mara.pass();
    expect(sam.get().reading.holder).toBe("B");
    expect(sam.get().lead).toBe("0-warm");
    await sam.turned("1-turn", true);
    expect(mara.get()).toMatchObject({ along: true, lead: "1-turn" });
  });

  test("own turns in a row are not taken back by their echoes", async () => {
    const { mara } = await together();
    const leads: (string | null)[] = [];
    mara.subscribe(() => leads.push(mara.get().lead));
    await Promise.all([mara.turned("1-turn", true), mara.turned("2-wish", true)]);
    expect(leads.filter((lead) => lead === "0-warm" || lead === "1-turn")).toEqual([]);
    expect(mara.get().lead).toBe("2-wish");
  });
});

describe("when a line drops", () => {
  test("the other is told that it dropped, and of a goodbye in other words", async () => {
    const { server, mara, sam } = await together();
    server.drop("A");
    expect(sam.get()).toMatchObject({ other: "dropped", reading: { holder: "A" } });
    expect(mara.get().line).toBe("dropped");
    server.comeBack("A");
    await settled();
    expect(sam.get()).toMatchObject({ other: "here", along: true });
    mara.readApart();
    expect(sam.get()).toMatchObject({ other: "left", along: false, reading: { holder: null } });
    expect(mara.get()).toMatchObject({ line: "apart", other: "away" });
    mara.beHere();
    await settled();
    expect(sam.get().other).toBe("here");
  });

  test("the page may be taken meanwhile, and is theirs then", async () => {
    const { server, mara, sam } = await together();
    server.drop("A");
    await sam.take();
    server.comeBack("A");
    await settled();
    expect(mara.get()).toMatchObject({ reading: { holder: "B" }, along: false, lead: null });
  });

  test("a restart of the server is healed: the holder says the page again, and the other still comes along", async () => {
    const { server, mara, sam } = await together();
    await mara.turned("1-turn", true);
    server.restart();
    server.comeBack("B");
    await settled();
    expect(sam.get()).toMatchObject({ other: "away", along: true });
    server.comeBack("A");
    await settled();
    await settled();
    expect(server.reading()).toMatchObject({ holder: "A", page: "1-turn", here: ["A", "B"] });
    expect(sam.get()).toMatchObject({ along: true, lead: "1-turn" });
  });

  test("a turn that never arrived is said again, and the holder's page does not go back", async () => {
    const { server, mara, sam } = await together();
    server.drop("A");
    await mara.turned("1-turn", true);
    expect(mara.get().lead).toBeNull();
    server.comeBack("A");
    await settled();
    expect(server.reading()).toMatchObject({ holder: "A", page: "1-turn" });
    expect([mara.get().lead, sam.get().lead]).toEqual(["1-turn", "1-turn"]);
  });

  test("what is asked for without a line has a name, and nothing moves", async () => {
    const { server, mara } = await together();
    server.drop("B");
    await mara.pass();
    expect(mara.get()).toMatchObject({ refusal: "aloneHere", reading: { holder: "A" } });
  });
});

test("an unlink closes it for good, by that name", async () => {
  const { server, sam } = await together();
  server.close("B");
  expect(sam.get()).toMatchObject({ closed: "unlinked", along: false, lead: null });
  sam.open();
  expect(sam.get().closed).toBe("unlinked");
});
