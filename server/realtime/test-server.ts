import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { encode } from "next-auth/jwt";
import { io, type Socket } from "socket.io-client";
import type { CheckInId, PersonId } from "@/lib/ids";
import type { Ack, ClientToServer, ServerToClient, ViewMessage } from "@/lib/protocol";
import { protocolVersion } from "@/lib/protocol-version";
import { cookieName } from "@/server/auth/session-token";
import { replaceSession } from "@/server/auth/sessions";
import { attachRealtime, type Limits } from "@/server/realtime/io";

/*
 * The live side alone, on loopback and without Next, for tests and for measuring. The database has to be connected already.
 */

/** Wide enough for whoever tests something else than the limits. */
export const noLimits: Limits = {
  connection: { perSecond: 1e9, burst: 1e9 },
  account: { perSecond: 1e9, burst: 1e9 },
  refused: { perSecond: 1e9, burst: 1e9 },
  connectionsOfAccount: 1e9,
  recheckSessionsAfterMs: 300_000,
};

export type TestServer = { url: string; close(): Promise<void> };

export async function startTestServer(limits: Limits = noLimits): Promise<TestServer> {
  process.env.NEXTAUTH_SECRET ??= "a secret of tests, long enough to be one";
  const server = createServer((_, response) => response.writeHead(404).end());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${portOf(server.address())}`;
  const realtime = attachRealtime(server, { publicUrl: url, limits });
  return {
    url,
    close: async () => {
      await realtime.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const portOf = (address: AddressInfo | string | null) => (typeof address === "object" && address ? address.port : 0);

/** A device of this person, signed in as sign-in itself does it: a live session and the cookie that names it. */
export async function signInDevice(personId: PersonId): Promise<{ cookie: string; sessionId: string }> {
  const sessionId = await replaceSession(null, personId, null);
  const token = await encode({ token: { sid: sessionId }, secret: process.env.NEXTAUTH_SECRET ?? "" });
  return { cookie: `${cookieName("session")}=${token}`, sessionId };
}

export type TestSocket = Socket<ServerToClient, ClientToServer>;
type Asked = { cookie?: string; origin?: string | null; protocol?: unknown; transports?: ("websocket" | "polling")[] };

/** A socket as a browser's page opens it; it does not come back by itself. */
export function openSocket(server: { url: string }, asked: Asked = {}): TestSocket {
  const { cookie, origin = server.url, protocol = protocolVersion, transports = ["websocket"] } = asked;
  const extraHeaders = { ...(cookie && { cookie }), ...(origin && { origin }) };
  return io(server.url, { auth: { protocol }, transports, extraHeaders, reconnection: false, forceNew: true });
}

/** @returns null once it is connected, or why it was refused */
export const settled = (socket: TestSocket): Promise<string | null> =>
  new Promise((resolve) => {
    if (socket.connected) return resolve(null);
    socket.once("connect", () => resolve(null));
    socket.once("connect_error", (error) => resolve(error.message));
  });

/** The next message of this name that fits. */
export const heard = <E extends keyof ServerToClient>(
  socket: TestSocket,
  event: E,
  fits: (...message: Parameters<ServerToClient[E]>) => boolean = () => true,
): Promise<Parameters<ServerToClient[E]>> =>
  new Promise((resolve) => {
    const untyped: Socket = socket;
    const name: string = event;
    const listen = (...message: Parameters<ServerToClient[E]>) => {
      if (!fits(...message)) return;
      untyped.off(name, listen);
      resolve(message);
    };
    untyped.on(name, listen);
  });

export const disconnected = (socket: TestSocket): Promise<string> =>
  new Promise((resolve) => socket.once("disconnect", (reason) => resolve(reason)));

/** Anything at all, as only a broken or a hostile client sends it. */
export const askAnything = (socket: TestSocket, event: string, ...payload: unknown[]): Promise<unknown> => {
  const untyped: Socket = socket;
  return untyped.timeout(10_000).emitWithAck(event, ...payload);
};

/** A signed-in device, connected. */
export async function connectDevice(server: { url: string }, personId: PersonId) {
  const device = await signInDevice(personId);
  const socket = openSocket(server, device);
  const refusal = await settled(socket);
  if (refusal) throw new Error(`not connected: ${refusal}`);
  const views: ViewMessage[] = [];
  socket.on("room:view", (message) => views.push(message));
  return {
    ...device,
    socket,
    /** Every view that came, in order. */
    views,
    join: (checkInId: CheckInId): Promise<Ack<ViewMessage>> =>
      socket.timeout(10_000).emitWithAck("room:join", { checkInId }),
    leave: (checkInId: CheckInId): Promise<Ack<null>> =>
      socket.timeout(10_000).emitWithAck("room:leave", { checkInId }),
    command: (payload: Parameters<ClientToServer["room:command"]>[0]): Promise<Ack<{ version: number }>> =>
      socket.timeout(10_000).emitWithAck("room:command", payload),
  };
}
export type Device = Awaited<ReturnType<typeof connectDevice>>;
