import { randomUUID } from "node:crypto";
import type { CheckInId } from "@/lib/ids";

export type HostilePayload = { event: string; payload: unknown };

const known = [
  "room:join",
  "room:command",
  "room:leave",
  "reading:join",
  "reading:take",
  "reading:turn",
  "reading:pass",
  "reading:leave",
] as const;
const knownAt = (n: number): string => known[n % known.length] ?? "room:join";

/**
 * The n-th of many: the kinds that the fuzzing test knows, in turn. Whatever could be kept by somebody careless (ids, names of
 * events, words) is another one each time, so that it would show.
 *
 * @param own a check-in of whoever sends it
 * @param theirs another couple's
 */
export function hostilePayload(n: number, own: CheckInId, theirs: CheckInId): HostilePayload {
  const event = knownAt(n);
  const make = kinds[n % kinds.length];
  return { event, payload: null, ...make?.({ n, own, theirs, id: randomUUID() }) };
}

type Asked = { n: number; own: CheckInId; theirs: CheckInId; id: string };
const kinds: readonly ((asked: Asked) => Partial<HostilePayload>)[] = [
  ({ n, id }) => ({ event: `nothing-${n}`, payload: { id } }),
  ({ n }) => ({ payload: [null, undefined, n, -0, "", [], {}, true][n % 8] }),
  ({ n }) => ({ payload: JSON.parse("[".repeat(1 + (n % 3_000)) + "]".repeat(1 + (n % 3_000))) }),
  ({ n, id }) => ({ payload: id.repeat(80 + (n % 160)) }),
  ({ n }) => ({ payload: Buffer.alloc(1 + (n % 200), n % 256) }),
  ({ id }) => ({ payload: { checkInId: id, page: "../0", personId: id } }),
  ({ theirs, id }) => ({ payload: { checkInId: theirs, commandId: id, page: "0-warm" } }),
  ({ theirs }) => ({ event: "room:join", payload: { checkInId: theirs } }),
  ({ id }) => ({ event: "reading:join", payload: { checkInId: id } }),
  ({ own }) => ({ event: "room:join", payload: { checkInId: own } }),
  ({ own, id }) => ({ event: "room:command", payload: commandOf(own, id, { type: "unlink" }) }),
  ({ own, id }) => ({ event: "room:command", payload: commandOf(own, id, { type: "readOn" }) }),
  ({ own, id }) => ({ payload: JSON.parse(`{"__proto__":{"checkInId":"${own}"},"constructor":"${id}"}`) }),
];

/** For a step that never comes: right in its shape, and refused. */
const commandOf = (checkInId: CheckInId, commandId: string, command: object) => ({
  checkInId,
  commandId,
  forStep: Number.MAX_SAFE_INTEGER,
  command,
});
