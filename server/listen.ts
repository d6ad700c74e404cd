import type { Server } from "node:http";
import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { BootFailure, errorCode } from "@/server/errors";

type Address = { HOST: string; PORT: number };

/**
 * Finds out early whether the port can be had, before a database is started for nothing.
 *
 * @returns the port; for PORT=0 a free one
 * @throws BootFailure when it is taken or not allowed
 */
export async function requireFreePort({ HOST, PORT }: Address): Promise<number> {
  const probe = createServer();
  await bind(probe, HOST, PORT);
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === "object" && address !== null ? address.port : PORT;
}

/** @throws BootFailure as `requireFreePort`, should somebody have been faster */
export function listen(server: Server, { HOST }: Address, port: number): Promise<void> {
  return bind(server, HOST, port);
}

/**
 * Ends an http server in two parts, because sockets have to be closed between them: `stopAccepting` refuses new
 * connections at once; `drain` waits for answers under way, at most 5 s, and cuts what is left.
 */
export function ending(server: Server): { stopAccepting(): Promise<void>; drain(): Promise<void> } {
  let closed: Promise<unknown> = Promise.resolve();
  return {
    stopAccepting: async () => {
      if (server.listening) closed = new Promise((resolve) => server.close(resolve));
    },
    drain: async () => {
      // A connection kept alive for a next request holds nothing that anyone waits for.
      const sweeping = setInterval(() => server.closeIdleConnections(), 50);
      await Promise.race([closed, wait(5_000, undefined, { ref: false })]);
      clearInterval(sweeping);
      server.closeAllConnections();
    },
  };
}

function bind(server: ReturnType<typeof createServer>, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => reject(refusal(error, host, port)));
    server.listen(port, host, () => {
      server.removeAllListeners("error");
      resolve();
    });
  });
}

function refusal(error: Error, host: string, port: number): Error {
  switch (errorCode(error)) {
    case "EADDRINUSE":
      return new BootFailure(
        `Port ${port} is taken: stop what uses it, or start with another, for example PORT=${port + 1}.`,
      );
    case "EACCES":
      return new BootFailure(
        `Port ${port} is not allowed for this account: use one above 1023, for example PORT=3000.`,
      );
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return new BootFailure(`HOST ${host} is no address of this machine.`);
    default:
      return error;
  }
}
