import { act, cleanup, configure, fireEvent, render, screen, within } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { type ReactNode, useSyncExternalStore } from "react";
import { afterEach } from "vitest";
import messages from "@/components/messages/en.json";
import type { CommandType, Refusal } from "@/lib/check-in/commands";
import type { Mode } from "@/lib/check-in/events";
import type { Guide } from "@/lib/guides/guide";
import { standard } from "@/lib/guides/standard";
import type { Seat } from "@/lib/ids";
import { importCoupleKey, makeCoupleKey } from "@/lib/sealing/couple-key";
import { createTable, type Table } from "./demo/table";
import { createMemoryDrafts } from "./drafts";
import type { Move } from "./move";
import { OpenerProvider } from "./opener";
import { type Room, RoomProvider } from "./room";
import { RoomScreen } from "./room-screen";

afterEach(cleanup);
// Parts of the room are loaded when they are needed, which may take a moment on a busy machine.
configure({ asyncUtilTimeout: 8000 });

export const names = { A: "Mara", B: "Sam" } as const;

const createSeat = (table: Table, seat: Seat, moved: () => void) => {
  const drafts = createMemoryDrafts();
  let sending: CommandType | null = null;
  let refusal: Refusal | null = null;
  let change: Partial<Room> = {};
  let sent = Promise.resolve();
  const make = (): Room => ({
    view: table.viewOf(seat),
    guide: table.guide,
    names,
    clockOffsetMs: 0,
    sending,
    refusal,
    drafts,
    connection: "here",
    partner: { presence: "here", since: 0 },
    isDemo: false,
    forgetRefusal() {
      refusal = null;
      moved();
    },
    send(move, draft) {
      sent = send(move, draft);
    },
    ...change,
  });
  const send = async (move: Move, draft?: string) => {
    sending = move.type;
    moved();
    refusal = await table.run(seat, move);
    sending = null;
    if (!refusal && draft) await drafts.drop(draft);
    moved();
  };
  return {
    make,
    drafts,
    /** Resolves when what was pressed has been sealed, decided and shown. */
    idle: () => sent,
    set(next: Partial<Room>) {
      change = next;
      moved();
    },
  };
};

type SeatRoomProps = { table: Table; subscribe(listener: () => void): () => void; room(): Room; loads(): number };

function SeatRoom({ table, subscribe, room, loads }: SeatRoomProps) {
  const load = useSyncExternalStore(subscribe, loads);
  return (
    <RoomProvider value={useSyncExternalStore(subscribe, room)}>
      <OpenerProvider value={table.opener}>
        <RoomScreen key={load} />
      </OpenerProvider>
    </RoomProvider>
  );
}

type TableOptions = {
  guide?: Guide;
  /** What a page puts around a room. */
  around?(seat: Seat, room: ReactNode): ReactNode;
};

/** Both partners' rooms in one page, at one table: what each does shows on the other's screen. */
export const renderTable = async (mode: Mode = "written", options: TableOptions = {}) => {
  const { guide = standard, around = (_, room) => room } = options;
  const table = createTable(await importCoupleKey(makeCoupleKey()), guide, mode);
  const listeners = new Set<() => void>();
  const loads = { A: 0, B: 0 };
  const rooms: { A?: Room; B?: Room } = {};
  const moved = () => {
    rooms.A = seats.A.make();
    rooms.B = seats.B.make();
    for (const listener of listeners) listener();
  };
  const seats = { A: createSeat(table, "A", () => moved()), B: createSeat(table, "B", () => moved()) };
  moved();
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  };
  const roomOf = (seat: Seat) => (
    <SeatRoom {...{ table, subscribe }} room={() => rooms[seat] ?? seats[seat].make()} loads={() => loads[seat]} />
  );
  render(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={messages}>
      <section aria-label="Mara's device">{around("A", roomOf("A"))}</section>
      <section aria-label="Sam's device">{around("B", roomOf("B"))}</section>
    </NextIntlClientProvider>,
  );
  const deviceOf = (seat: Seat) => within(screen.getByRole("region", { name: `${names[seat]}'s device` }));
  const seatOf = (seat: Seat) => {
    const device = () => deviceOf(seat);
    return {
      get screen() {
        return device();
      },
      drafts: seats[seat].drafts,
      view: () => table.viewOf(seat),
      set: (change: Partial<Room>) => act(async () => seats[seat].set(change)),
      /** As a reload of the page does: everything but the drafts begins again. */
      reload: () =>
        act(async () => {
          loads[seat] += 1;
          moved();
        }),
      heading: () => device().getByRole("heading", { level: 1 }).textContent ?? "",
      pill: () => device().getByTestId("turn-pill").textContent ?? "",
      async press(name: string) {
        const button = await device().findByRole("button", { name });
        await act(async () => {
          fireEvent.click(button);
          await seats[seat].idle();
        });
      },
      async pick(name: string) {
        const radio = await device().findByRole("radio", { name });
        await act(async () => fireEvent.click(radio));
      },
      async tick(name: string) {
        const box = await device().findByRole("checkbox", { name });
        await act(async () => fireEvent.click(box));
      },
      async type(label: string | RegExp, words: string) {
        const field = await device().findByRole("textbox", { name: label });
        await act(async () => fireEvent.change(field, { target: { value: words } }));
      },
    };
  };
  return { table, mara: seatOf("A"), sam: seatOf("B") };
};
