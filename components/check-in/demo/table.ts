import type { Refusal } from "@/lib/check-in/commands";
import { decide } from "@/lib/check-in/decide";
import type { Mode } from "@/lib/check-in/events";
import { evolve, start } from "@/lib/check-in/evolve";
import { viewFor } from "@/lib/check-in/view";
import type { Guide } from "@/lib/guides/guide";
import { checkInIdSchema, commandIdSchema, coupleIdSchema, type Seat } from "@/lib/ids";
import { createOpener } from "../create-opener";
import type { Move } from "../move";
import { sealMove } from "../seal-move";

const newId = () => crypto.randomUUID();

/**
 * A check-in that lives in one page, with no server: the same rules and the same seals. Both seats play at it through
 * `run`, which does what the server does: sealed words in, one event or a refusal out.
 */
export const createTable = (coupleKey: CryptoKey, guide: Guide, mode: Mode = "written") => {
  const checkInId = checkInIdSchema.parse(newId());
  const coupleId = coupleIdSchema.parse(newId());
  let state = start(guide, {
    type: "opened",
    seat: "A",
    at: Date.now(),
    commandId: commandIdSchema.parse(newId()),
    checkInId,
    mode,
    guideId: guide.id,
    guideVersion: guide.version,
    favoured: "A",
  });
  return {
    guide,
    coupleId,
    opener: createOpener(coupleKey, coupleId, checkInId),
    get: () => state,
    viewOf: (seat: Seat) => viewFor(state, seat),
    async run(seat: Seat, move: Move): Promise<Refusal | null> {
      const commandId = commandIdSchema.parse(newId());
      const { step: forStep } = state;
      const stage = guide.stages[state.table.stage];
      const command = await sealMove(move, commandId, stage, { coupleKey, coupleId, checkInId, seat });
      if (!command.ok) return command.refusal;
      const decided = decide(state, { commandId, forStep, command: command.value }, seat, Date.now());
      if (!decided.ok) return decided.refusal;
      if (decided.value) state = evolve(state, decided.value);
      return null;
    },
  };
};
export type Table = ReturnType<typeof createTable>;
