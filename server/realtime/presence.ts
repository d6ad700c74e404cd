import type { CheckInId, Seat } from "@/lib/ids";
import type { PresenceMessage } from "@/lib/protocol";

type Presence = PresenceMessage["presence"];
type Place = { devices: number; presence: Presence; since: number };
type Table = { A: Place; B: Place };

/** After both have been away for so long, nobody is waiting to hear since when. */
const forgetAfterMs = 60 * 60 * 1000;

/**
 * Who is connected to which check-in, by seat; a person may have several devices there. In memory alone and never in the log: a
 * dropped line is not a person leaving. Instants are epoch milliseconds.
 */
export const presences = () => {
  const tables = new Map<CheckInId, Table>();
  const emptyPlace = (now: number): Place => ({ devices: 0, presence: "notYet", since: now });

  return {
    /** @returns whether this was their first device */
    arrive: (checkInId: CheckInId, seat: Seat, now: number): boolean => {
      const table = tables.get(checkInId) ?? { A: emptyPlace(now), B: emptyPlace(now) };
      tables.set(checkInId, table);
      const { devices } = table[seat];
      table[seat] = { ...table[seat], devices: devices + 1, ...(devices === 0 && { presence: "here", since: now }) };
      return devices === 0;
    },

    /** @returns whether that was their last device */
    depart: (checkInId: CheckInId, seat: Seat, how: "dropped" | "steppedOut", now: number): boolean => {
      const table = tables.get(checkInId);
      if (!table || table[seat].devices === 0) return false;
      const devices = table[seat].devices - 1;
      table[seat] = devices === 0 ? { devices, presence: how, since: now } : { ...table[seat], devices };
      return devices === 0;
    },

    messageOf: (checkInId: CheckInId, seat: Seat, now: number): PresenceMessage => {
      const { presence, since } = tables.get(checkInId)?.[seat] ?? emptyPlace(now);
      return { checkInId, seat, presence, forMs: Math.max(0, now - since) };
    },

    isHere: (checkInId: CheckInId, seat: Seat): boolean => (tables.get(checkInId)?.[seat].devices ?? 0) > 0,

    isEmpty: (checkInId: CheckInId): boolean => {
      const table = tables.get(checkInId);
      return !table || table.A.devices + table.B.devices === 0;
    },

    forgetLongGone: (now: number): void => {
      for (const [checkInId, { A, B }] of tables) {
        if (A.devices + B.devices === 0 && now - Math.max(A.since, B.since) > forgetAfterMs) tables.delete(checkInId);
      }
    },
  };
};
