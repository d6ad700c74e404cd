import type { Guide } from "@/lib/guides/guide";
import type { CommandId, Seat } from "@/lib/ids";
import type { CheckInEvent, OpenedEvent } from "./events";
import { evolve, start } from "./evolve";
import { recordFor } from "./record";
import type { CheckInState } from "./state";
import { ownWritings } from "./writings";

/**
 * What goes along when one writing is taken back (promise 20): the tries of the same author at the same place that no page
 * shows, such as the reflections before the one that landed. Nobody could name them, so they would stay until all is taken back.
 *
 * @param log whole, its opening first
 */
export function unshownBeside(
  guide: Guide,
  [opened, ...events]: readonly [OpenedEvent, ...CheckInEvent[]],
  commandId: CommandId,
): CommandId[] {
  let state = start(guide, opened);
  const written: { commandId: CommandId; seat: Seat; place: string }[] = [];
  for (const event of events) {
    const before = state;
    state = evolve(before, event);
    if (!("words" in event) || event.words === null) continue;
    written.push({ commandId: event.commandId, seat: event.seat, place: placeOf(event, before, state) });
  }
  const meant = written.find((one) => one.commandId === commandId);
  if (!meant) return [];
  const shown = new Set(ownWritings(recordFor(state, meant.seat)).map((writing) => writing.commandId));
  const isUnshown = ({ seat, place, ...one }: (typeof written)[number]) =>
    seat === meant.seat && place === meant.place && one.commandId !== commandId && !shown.has(one.commandId);
  return written.filter(isUnshown).map((one) => one.commandId);
}

/** The stage, and in a turn the exchange in it. After going back the same place is written at once more. */
function placeOf(event: CheckInEvent, before: CheckInState, after: CheckInState): string {
  if (event.type === "endedKindly" || event.type === "empathised") return `${before.table.stage} ${event.type}`;
  const { stage, inner } = after.table.stage === before.table.stage ? after.table : before.table;
  return inner.kind === "turn" ? `${stage} ${inner.exchanges.length}` : `${stage}`;
}
