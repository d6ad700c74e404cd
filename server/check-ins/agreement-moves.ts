import type { Agreement, CheckInState } from "@/lib/check-in/state";
import type { CommandId } from "@/lib/ids";

/** What one event did to a check-in's agreements: they stand in rows of their own as well, so that a list need fold no log. */
export type AgreementMoves = {
  made: readonly Agreement[];
  retired: readonly { id: CommandId; at: number }[];
  /** Both went back to before the second yes. */
  undone: readonly CommandId[];
};

/** Null for nearly every event: only a second yes, a letting go and a going back change any. */
export const agreementMoves = (before: CheckInState, after: CheckInState): AgreementMoves | null => {
  if (before.agreements === after.agreements) return null;
  const earlier = new Map(before.agreements.map((agreement) => [agreement.id, agreement]));
  const later = new Set(after.agreements.map(({ id }) => id));
  const made = after.agreements.filter(({ id }) => !earlier.has(id));
  const retired = after.agreements.flatMap(({ id, retiredAt }) =>
    retiredAt !== null && earlier.get(id)?.retiredAt === null ? [{ id, at: retiredAt }] : [],
  );
  const undone = before.agreements.flatMap(({ id }) => (later.has(id) ? [] : [id]));
  return made.length + retired.length + undone.length === 0 ? null : { made, retired, undone };
};
