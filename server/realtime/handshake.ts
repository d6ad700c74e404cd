import type { HandshakeRefusal } from "@/lib/protocol";
import { protocolVersion } from "@/lib/protocol-version";
import { type Result, refuse } from "@/lib/result";
import { type Actor, actorOfRequest } from "@/server/auth/actor";
import { log } from "@/server/log";
import type { RealtimeSocket } from "@/server/realtime/sockets";

/** Who opens a socket, by the session in its cookies; nothing in its `auth` says so. */
export const shakeHands = async ({ handshake, request }: RealtimeSocket): Promise<Result<Actor, HandshakeRefusal>> => {
  if (handshake.auth.protocol !== protocolVersion) return refuse("protocol");
  try {
    const actor = await actorOfRequest(request);
    return actor ? { ok: true, value: actor } : refuse("signedOut");
  } catch (err) {
    log.error({ err, kind: "handshake" }, "a handshake could not be answered");
    return refuse("unavailable");
  }
};
