import { randomUUID } from "node:crypto";
import { everyone, type Ids, type Row } from "@/e2e/doors/visitors";

type Sent = readonly [name: string, payload: unknown];
/** `first`: what is sent before it on the same line, for what only follows from it. */
export type EventRow = { payload: (ids: Ids) => unknown; answers: Row; first?: (ids: Ids) => Sent[] };

const seatOnly = (partner: string, closed = "notAParticipant"): Row => ({
  ...everyone(closed),
  signedOut: "signedOut",
  revoked: "signedOut",
  partner,
});
const running = ({ checkInId }: Ids) => ({ checkInId });
const ended = ({ endedId }: Ids) => ({ checkInId: endedId });
const page = (ids: Ids) => ({ ...ended(ids), page: "0-warm" });
const atTable = { first: (ids: Ids): Sent[] => [["reading:join", ended(ids)]] };

export const socketEvents: Record<string, EventRow> = {
  "room:join": { payload: running, answers: seatOnly("ok") },
  "room:leave": { payload: running, answers: seatOnly("notAParticipant") },
  "room:command": {
    payload: (ids) => ({ ...running(ids), commandId: randomUUID(), forStep: 0, command: { type: "stay" } }),
    answers: seatOnly("notYourTurn"),
  },
  "reading:join": { payload: ended, answers: seatOnly("ok") },
  "reading:take": { ...atTable, payload: page, answers: seatOnly("ok", "notHere") },
  "reading:turn": { ...atTable, payload: page, answers: seatOnly("notYourPage", "notHere") },
  "reading:pass": { ...atTable, payload: ended, answers: seatOnly("notYourPage", "notHere") },
  "reading:leave": { ...atTable, payload: ended, answers: seatOnly("ok", "notHere") },
};
