import { io, type Socket } from "socket.io-client";
import { protocolVersion } from "@/lib/protocol-version";
import { type HostilePayload, hostilePayload } from "./hostile-payloads";
import { type Line, openFloorLine, openProductLine } from "./line";
import type { SeededRoom, Side } from "./messages";

/** Somebody hostile on one server, and two others who go on with their check-ins there. */
export type Flood = {
  /** Sends the payloads of these numbers at once. Resolves when the server has had all of them. */
  send(numbers: readonly number[]): Promise<void>;
  /** @returns ms */
  handOver(): Promise<number>;
  close(): void;
};

type Rooms = { hostile: SeededRoom; others: SeededRoom };
const patienceMs = 30_000;

export async function openFlood(side: Side, url: string, { hostile, others }: Rooms): Promise<Flood> {
  const line = side === "floor" ? await openFloorLine(url, 0, others) : await openProductLine(url, others);
  const [own, theirs] = [hostile.checkInIds[0], others.checkInIds[0]];
  if (!own || !theirs) throw new Error("a room without a check-in");
  const socket = await connect(side, url, hostile.cookies[0]);
  const sendAll = { floor: sendToFloor, product: sendToProduct }[side];
  return {
    send: (numbers) =>
      sendAll(
        socket,
        numbers.map((n) => hostilePayload(n, own, theirs)),
      ),
    handOver: handsOver(line, others),
    close: () => socket.disconnect(),
  };
}

async function connect(side: Side, url: string, cookie = ""): Promise<Socket> {
  const auth = side === "floor" ? { room: "hostile" } : { protocol: protocolVersion };
  const extraHeaders = { cookie, origin: url };
  const socket = io(url, { transports: ["websocket"], forceNew: true, reconnection: false, auth, extraHeaders });
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("connect_error", reject);
  });
  return socket;
}

/** It answers none of them; what is answered after them says that they were read. */
const sendToFloor = async (socket: Socket, some: readonly HostilePayload[]): Promise<void> => {
  for (const { event, payload } of some) socket.emit(event, payload);
  await socket.timeout(patienceMs).emitWithAck("settled");
};

/** @throws when one of them gets no answer */
const sendToProduct = async (socket: Socket, some: readonly HostilePayload[]): Promise<void> => {
  await Promise.all(some.map(({ event, payload }) => socket.timeout(patienceMs).emitWithAck(event, payload)));
};

/** From one check-in on into the next. */
function handsOver(line: Line, { checkInIds }: SeededRoom): () => Promise<number> {
  let entered = 0;
  return async () => {
    if (entered === 0 || line.isOver) {
      const next = checkInIds[entered++];
      if (!next) throw new Error("the others have talked everything through");
      await line.enter(next);
    }
    return line.handOver();
  };
}
