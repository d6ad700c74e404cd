import type { Server } from "node:http";

type Realtime = { close(): Promise<void> };

/** Attaches the socket server to the http server. */
export function attachRealtime(_server: Server, _options: { publicUrl: string }): Realtime {
  return { close: async () => undefined };
}
