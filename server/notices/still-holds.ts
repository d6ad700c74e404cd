import { viewFor, waitsForAlone } from "@/lib/check-in/view";
import { type CheckInId, coupleIdSchema, personIdSchema, type Seat } from "@/lib/ids";
import type { KnownNotice } from "@/lib/notices/notice";
import { otherSeat } from "@/lib/other-seat";
import { enter } from "@/server/check-ins/service";
import { findPartner } from "@/server/couples/service";
import * as facts from "@/server/notices/facts-repository";

/**
 * Whether a notice is still true for the one it goes to. What was moved, answered, withdrawn or done meanwhile is not told any
 * more; and nobody is told of a couple that they are no longer in.
 */
export async function stillHolds(
  notice: KnownNotice & { coupleId: string | null },
  reader: facts.Reader,
  now: number,
): Promise<boolean> {
  if (notice.coupleId === null) return holdsForOne(notice, reader, now);
  const { coupleId } = notice;
  const place = reader.partners.find((one) => one.coupleId === coupleId);
  if (place === undefined) return false;
  // The one notice that goes to somebody who is linked no more.
  if (notice.kind === "farewell") return place.leftAt !== null && notice.detail.readableUntil > now;
  // What is over is taken out of both calendars, whoever ended it.
  const isFarewell = notice.kind === "calendar" && notice.detail.method === "CANCEL";
  return (
    (place.leftAt === null || isFarewell) &&
    holdsForCouple(notice, { coupleId, personId: reader.id, seat: place.seat }, now)
  );
}

async function holdsForOne({ kind, detail }: KnownNotice, reader: facts.Reader, now: number): Promise<boolean> {
  if (kind !== "recovery") return true;
  const ticket = await facts.findTicket(reader.id, detail.ticketId);
  return ticket !== null && ticket.usedAt === null && ticket.expiresAt.getTime() > now;
}

type Place = { coupleId: string; personId: string; seat: Seat };

async function holdsForCouple({ kind, detail }: KnownNotice, place: Place, now: number): Promise<boolean> {
  const { coupleId } = place;
  switch (kind) {
    case "reminder": {
      const planned = await facts.findPlanned(coupleId, detail.plannedId);
      return planned?.status === "planned" && planned.startsAt.getTime() === detail.startsAt && detail.startsAt > now;
    }
    case "plannedMoved": {
      const planned = await facts.findPlanned(coupleId, detail.plannedId);
      return planned?.status === "planned" && planned.sequence === detail.sequence && detail.to > now;
    }
    case "plannedSkipped":
    case "plannedCancelled":
      return detail.startsAt > now;
    case "calendar":
      return (await facts.findPlanned(coupleId, detail.plannedId))?.sequence === detail.sequence;
    case "proposalCame":
      return isOpen(coupleId, detail.proposalId, now);
    case "proposalAnswered":
      return detail.answer !== "otherTimes" || (await isOpen(coupleId, detail.proposalId, now));
    case "rhythmOffered":
      return (await facts.findRhythm(coupleId, detail.rhythmId))?.offeredCoupleId === coupleId;
    case "rhythmAgreed":
      return (await facts.findRhythm(coupleId, detail.rhythmId))?.activeCoupleId === coupleId;
    case "lobbyOpen": {
      const state = await stateOf(place, detail.checkInId);
      return state !== null && viewFor(state, place.seat).status === "lobby";
    }
    case "yourTurn": {
      const state = await stateOf(place, detail.checkInId);
      return state?.step === detail.step && waitsForAlone(viewFor(state, place.seat));
    }
    case "breakOver": {
      const state = await stateOf(place, detail.checkInId);
      return state?.end === null && state.onBreak?.until === detail.until && !state.onBreak.back.includes(place.seat);
    }
    case "keyRequested":
      return facts.hasKeyRequest(coupleId, otherSeat(place.seat));
    default:
      return true;
  }
}

async function isOpen(coupleId: string, proposalId: string, now: number): Promise<boolean> {
  const proposal = await facts.findProposal(coupleId, proposalId);
  return proposal?.status === "open" && proposal.lapsesAt.getTime() > now;
}

async function stateOf({ coupleId, personId }: Place, checkInId: CheckInId) {
  const partnership = await findPartner(personIdSchema.parse(personId));
  if (partnership?.coupleId !== coupleIdSchema.parse(coupleId)) return null;
  return enter(partnership, checkInId, { keep: false });
}

/** After this instant (epoch ms) a notice is of no use; null where it keeps. */
export function uselessFrom({ kind, detail }: KnownNotice): number | null {
  if (kind === "reminder" || kind === "plannedSkipped" || kind === "plannedCancelled") return detail.startsAt;
  return kind === "plannedMoved" ? detail.to : null;
}
