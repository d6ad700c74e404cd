import type { APIRequestContext } from "@playwright/test";
import { io } from "socket.io-client";
import type { HeardServer } from "@/e2e/start-server";
import { protocolVersion } from "@/lib/protocol-version";

/** Events on a line of their own, one after the other: the last one's answer, or why the handshake was refused. */
export async function askSocket(
  { url }: HeardServer,
  request: APIRequestContext,
  events: readonly (readonly [name: string, payload: unknown])[],
): Promise<string> {
  const { cookies } = await request.storageState();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const socket = io(url, {
    auth: { protocol: protocolVersion },
    transports: ["websocket"],
    extraHeaders: { origin: url, ...(cookie && { cookie }) },
    forceNew: true,
  });
  const ask = async (): Promise<string> => {
    let said = "";
    for (const [event, payload] of events) {
      const answer = await socket.timeout(10_000).emitWithAck(event, payload);
      said = answer.ok ? "ok" : answer.refusal;
    }
    return said;
  };
  try {
    return await new Promise<string>((resolve, reject) => {
      socket.on("connect_error", ({ message }) => resolve(message));
      socket.on("connect", () => void ask().then(resolve, reject));
    });
  } finally {
    socket.disconnect();
  }
}
