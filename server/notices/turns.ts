import { viewFor, waitsForAlone } from "@/lib/check-in/view";
import { type CheckInId, type CoupleId, personIdSchema, type Seat } from "@/lib/ids";
import { enter } from "@/server/check-ins/service";
import { findPartner } from "@/server/couples/service";
import { addJob, oneConnection, removeJob } from "@/server/jobs/queue";
import * as facts from "@/server/notices/facts-repository";
import { inTransaction } from "@/server/notices/repository";
import { enqueueNotices } from "@/server/notices/service";

type Turn = { coupleId: CoupleId; checkInId: CheckInId; seat: Seat; step: number };

/** Whoever comes back by themselves within this time is told nothing. */
const patienceMs = 2 * 60_000;
const keyOf = ({ checkInId, seat }: Pick<Turn, "checkInId" | "seat">) => `yourTurn/${checkInId}/${seat}`;

/** A move is somebody's alone, and they are not there: one statement, no notice yet. A later step takes its place. */
export const awaitAbsent = (turn: Turn): Promise<void> =>
  addJob(oneConnection(), "awaitTurn", turn, { runAt: new Date(Date.now() + patienceMs), key: keyOf(turn) });

/** They are there. */
export const noLongerAbsent = (turn: Pick<Turn, "checkInId" | "seat">): Promise<void> =>
  removeJob(oneConnection(), keyOf(turn));

/** After a while: if the very step still waits for them alone, one notice for it; none to who has done their part. */
export async function tellTurn({ coupleId, checkInId, seat, step }: Turn): Promise<void> {
  const id = await facts.findPersonAt(coupleId, seat);
  if (id === null) return;
  const personId = personIdSchema.parse(id);
  const partnership = await findPartner(personId);
  const state = partnership?.coupleId === coupleId ? await enter(partnership, checkInId, { keep: false }) : null;
  if (state === null) return;
  const view = viewFor(state, seat);
  if (view.step !== step || !waitsForAlone(view)) return;
  const one = { personId, coupleId, dueAt: new Date() };
  await inTransaction((tx) =>
    enqueueNotices(tx, [
      view.status === "lobby"
        ? { ...one, kind: "lobbyOpen", subject: `lobbyOpen/${checkInId}/${seat}`, detail: { checkInId } }
        : {
            ...one,
            kind: "yourTurn",
            subject: `yourTurn/${checkInId}/${seat}/${step}`,
            detail: { checkInId, seat, step },
          },
    ]),
  );
}
