import type { Partnership } from "@/server/couples/service";
import { hasOwnCopy, type Transaction } from "@/server/keys/repository";

/**
 * Whether the couple's words are shut for this partner: their account has no copy of the couple key, so that nothing they might
 * begin could be sealed. What was asked for with words then waits until they are let back in (let-in).
 */
export const wordsAreShut = async (
  { coupleId, seat }: Pick<Partnership, "coupleId" | "seat">,
  tx?: Transaction,
): Promise<boolean> => !(await hasOwnCopy({ coupleId, seat }, tx));
