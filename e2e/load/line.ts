import { randomUUID } from "node:crypto";
import { io, type Socket } from "socket.io-client";
import { type CheckInId, commandIdSchema } from "@/lib/ids";
import type { ClientToServer, CommandPayload, ServerToClient } from "@/lib/protocol";
import { protocolVersion } from "@/lib/protocol-version";
import { conversation, sealedOfSize } from "./conversation";
import type { SeededRoom } from "./messages";

/** Both devices of one room on one server, seen from outside: one hand-off after another. */
export type Line = {
  enter(checkInId: CheckInId): Promise<void>;
  /** Makes the next move of the conversation. @returns ms from the emit until the other device has what came of it */
  handOver(): Promise<number>;
  readonly isOver: boolean;
};

const connected = (socket: Socket): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("connect_error", reject);
  });

const moveAt = (made: number) => {
  const move = conversation[made];
  if (!move) throw new Error("the conversation is over");
  return { ...move, command: move.command(sealedOfSize(move.words)) };
};
const usual = { transports: ["websocket"], forceNew: true, reconnection: false };
const seatsAt = { A: 0, B: 1 } as const;

type ProductSocket = Socket<ServerToClient, ClientToServer>;

export async function openProductLine(url: string, { cookies, checkInIds: [first] }: SeededRoom): Promise<Line> {
  if (!first) throw new Error("a room without a check-in");
  const open = async (cookie = ""): Promise<ProductSocket> => {
    const extraHeaders = { cookie, origin: url };
    const socket: ProductSocket = io(url, { ...usual, auth: { protocol: protocolVersion }, extraHeaders });
    await connected(socket);
    return socket;
  };
  const sockets = [await open(cookies[0]), await open(cookies[1])] as const;
  let checkInId = first;
  let made = 0;
  let step = 0;
  let version = 0;
  let waiting: { device: number; seen: () => void } | null = null;
  for (const [device, socket] of sockets.entries()) {
    socket.on("room:view", ({ view }) => {
      if (waiting?.device !== device || view.version <= version) return;
      ({ step, version } = view);
      waiting.seen();
    });
  }
  return {
    enter: async (next) => {
      checkInId = next;
      made = 0;
      for (const socket of sockets) {
        const answer = await socket.timeout(20_000).emitWithAck("room:join", { checkInId });
        if (!answer.ok) throw new Error(`not in the room: ${answer.refusal}`);
        ({ step, version } = answer.value.view);
      }
    },
    handOver: () =>
      new Promise((resolve, reject) => {
        const { seat, command } = moveAt(made++);
        const payload: CommandPayload = {
          checkInId,
          commandId: commandIdSchema.parse(randomUUID()),
          forStep: step,
          command,
        };
        const begun = performance.now();
        waiting = { device: 1 - seatsAt[seat], seen: () => resolve(performance.now() - begun) };
        sockets[seatsAt[seat]].emit("room:command", payload, (answer) => {
          if (!answer.ok) reject(new Error(`${command.type} was refused: ${answer.refusal}`));
        });
      }),
    get isOver() {
      return made >= conversation.length;
    },
  };
}

export async function openFloorLine(url: string, room: number, { checkInIds: [first] }: SeededRoom): Promise<Line> {
  const open = async () => {
    const socket = io(url, { ...usual, auth: { room } });
    await connected(socket);
    return socket;
  };
  const sockets = [await open(), await open()] as const;
  let checkInId = first;
  let made = 0;
  let seen: () => void = () => undefined;
  for (const socket of sockets) socket.on("hand", () => seen());
  return {
    enter: async (next) => {
      checkInId = next;
      made = 0;
    },
    handOver: () =>
      new Promise((resolve) => {
        const { seat, command } = moveAt(made++);
        const payload = { checkInId, commandId: commandIdSchema.parse(randomUUID()), forStep: made, command };
        const begun = performance.now();
        seen = () => resolve(performance.now() - begun);
        sockets[seatsAt[seat]].emit("hand", payload);
      }),
    get isOver() {
      return made >= conversation.length;
    },
  };
}
