/**
 * How this device's line is, in words of its own: none of them says that anybody left. Under 15 s nothing is shown; up to
 * two minutes it is reconnecting; then away (conversation.md, Connection).
 */
export type Connection = "here" | "shaky" | "reconnecting" | "away";

export const shakyForMs = 15_000;
export const awayAfterMs = 120_000;

/** @param droppedForMs since the line dropped; null while it stands */
export const connectionAfter = (droppedForMs: number | null): Connection => {
  if (droppedForMs === null) return "here";
  if (droppedForMs < shakyForMs) return "shaky";
  return droppedForMs < awayAfterMs ? "reconnecting" : "away";
};
