import type { z } from "zod";
import type { Command } from "@/lib/check-in/commands";
import type { Stage } from "@/lib/guides/guide";
import type { CheckInId, CommandId, CoupleId, Seat } from "@/lib/ids";
import { ok, type Result, refuse } from "@/lib/result";
import { contents } from "@/lib/sealing/contents";
import { seal } from "@/lib/sealing/seal";
import { contentKindOf, type Move, writingKindOf } from "./move";

/** Whose words are sealed, and where they belong. */
export type Sealer = {
  coupleKey: CryptoKey;
  coupleId: CoupleId;
  checkInId: CheckInId;
  seat: Seat;
};

/** The command of a move, its words sealed to the command that carries them. `invalid`: there is no place for such words. */
export const sealMove = async (
  move: Move,
  commandId: CommandId,
  stage: Stage | undefined,
  { coupleKey, coupleId, checkInId, seat }: Sealer,
): Promise<Result<Command, "invalid" | "tooLarge">> => {
  if (!("words" in move)) return ok(move);
  if (move.words === null) return ok({ ...move, words: null });
  const kind = writingKindOf(move, stage);
  if (!kind) return refuse("invalid");
  const context = { coupleId, checkInId, kind, authorSeat: seat, commandId };
  const schema: z.ZodType<unknown> = contents[contentKindOf[kind]];
  const sealed = await seal(coupleKey, context, move.words, schema);
  return sealed.ok ? ok({ ...move, words: sealed.value }) : sealed;
};
