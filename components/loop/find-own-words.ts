import { ask } from "@/components/join/ask";
import type { CoupleId, Seat } from "@/lib/ids";
import type { OwnPiece } from "@/lib/reading/loop";
import { countOwnWords } from "@/lib/reading/own-words";
import { contents } from "@/lib/sealing/contents";
import { open } from "@/lib/sealing/open";
import { findFeeling } from "@/lib/words/feelings";

type Answer = { ok: true; value: readonly OwnPiece[] } | { ok: false; refusal: string };
type Place = { coupleKey: CryptoKey; coupleId: CoupleId; seat: Seat };

const tenderFamilies: ReadonlySet<string> = new Set(["low", "apart", "uneasy", "tender"]);

/**
 * The words that somebody used in their own pieces, opened and counted here. Tender ones are those that they once put beside
 * another word, and those of the softer families. A piece that does not open is left out, and all others count.
 */
export const findOwnWords = async (listOwnPieces: () => Promise<Answer>, { coupleKey, coupleId, seat }: Place) => {
  const answer = await ask(listOwnPieces, undefined);
  if (!answer.ok) return answer;
  const opened = await Promise.all(
    answer.value.map(({ checkInId, commandId, words }) =>
      open(coupleKey, { coupleId, checkInId, kind: "piece", authorSeat: seat, commandId }, words, contents.piece),
    ),
  );
  const { feelings, softer } = countOwnWords(opened.flatMap((piece) => (piece.ok ? [piece.value] : [])));
  const soft = feelings.filter((word) => tenderFamilies.has(findFeeling(word)?.family ?? ""));
  return { ok: true, value: { feelings, tender: [...new Set([...softer, ...soft])] } } as const;
};
