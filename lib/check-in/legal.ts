import type { Seat } from "@/lib/ids";
import type { CommandType } from "./commands";
import { stageLegal } from "./stages/run-stage";
import type { CheckInState } from "./state";

/** After two longer pauses the screen offers another day or a kind end instead of a third. */
const mostExtensions = 2;

/** What may be done on any screen, whoever holds the floor. They do not depend on the step that was on the screen. */
export const alwaysThere: ReadonlySet<CommandType> = new Set<CommandType>([
  "pause",
  "slowDown",
  "endKindly",
  "comeBack",
  "extend",
  "retire",
]);

/**
 * What this seat may do now. `decide` asks here and `viewFor` sends it along, so that no screen has to know a rule
 * (promise 14).
 */
export const legalFor = (state: CheckInState, seat: Seat): readonly CommandType[] => {
  const retire: CommandType[] = state.agreements.some((agreement) => agreement.retiredAt === null) ? ["retire"] : [];
  // After an unlink nothing is accepted any more, not even letting go (promise 11).
  if (state.end) return state.end.how === "unlinked" ? [] : retire;
  if (state.onBreak) {
    const comeBack: CommandType[] = state.onBreak.back.includes(seat) ? [] : ["comeBack"];
    const extend: CommandType[] = state.onBreak.extensions < mostExtensions ? ["extend"] : [];
    return [...comeBack, ...extend, "endKindly"];
  }
  const stage = state.guide.stages[state.table.stage];
  const back: CommandType[] = [];
  if (state.past && state.backAskedBy !== seat) back.push("goBack");
  if (state.backAskedBy) back.push("stay");
  return [
    ...(stage ? stageLegal(state.table.inner, seat, stage) : []),
    ...back,
    "pause",
    ...(state.slowedBy.includes(seat) ? [] : (["slowDown"] as const)),
    "endKindly",
    ...retire,
  ];
};
