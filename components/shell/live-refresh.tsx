"use client";

import { useEffect } from "react";
import type { Socket } from "socket.io-client";
import type { ClientToServer, ServerToClient } from "@/lib/protocol";
import { protocolVersion } from "@/lib/protocol-version";

/**
 * Says when a signed-in page that is open has to be read again: when the server says that something on it changed, and
 * whenever the line comes up, since nobody knows what was said while it was down. It asks nothing by itself. Pages use
 * app/live-refresh, which reads them again.
 *
 * @param refresh the same function from one drawing to the next
 */
export function LiveRefresh({ refresh }: { refresh: () => void }) {
  useEffect(() => {
    let gone = false;
    let socket: Socket<ServerToClient, ClientToServer> | null = null;
    // Loaded when the page stands: it is of no use before, and heavier than the page.
    import("socket.io-client").then(
      ({ io }) => {
        if (gone) return;
        socket = io({ auth: { protocol: protocolVersion } });
        socket.on("connect", refresh);
        socket.on("home:changed", refresh);
        socket.on("room:closed", refresh);
        // Signed out elsewhere: the page leads to sign in by itself once it is read again.
        socket.on("connect_error", ({ message }) => {
          if (message === "signedOut") refresh();
        });
      },
      // Without the line the page stays as it was read; a reload reads it again.
      () => undefined,
    );
    return () => {
      gone = true;
      socket?.disconnect();
    };
  }, [refresh]);
  return null;
}
