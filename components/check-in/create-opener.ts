import type { WritingKind } from "@/lib/check-in/state";
import { areGone } from "@/lib/check-in/words";
import type { CheckInId, CommandId, CoupleId } from "@/lib/ids";
import { type ContentKind, contents } from "@/lib/sealing/contents";
import { open } from "@/lib/sealing/open";
import { contentKindOf } from "./move";
import type { Opened, Opener, Readable } from "./opener";

const readableKinds = {
  ...contentKindOf,
  agreement: "agreement",
  note: "note",
  caption: "caption",
} as const satisfies Record<WritingKind, ContentKind> & Record<Readable["kind"], ContentKind>;

const shut: Opened = { state: "shut" };

const openWriting = async (
  coupleKey: CryptoKey,
  place: { coupleId: CoupleId; checkInId: CheckInId },
  { words, kind, seat, commandId }: Readable,
): Promise<Opened> => {
  if (words === null) return { state: "aloud" };
  if (areGone(words)) return { state: "gone", gone: words.gone };
  const context = { ...place, kind, authorSeat: seat, commandId };
  const contentKind = readableKinds[kind];
  if (contentKind === "piece") {
    const piece = await open(coupleKey, context, words, contents.piece);
    return piece.ok ? { state: "open", words: { kind: "piece", piece: piece.value } } : shut;
  }
  if (contentKind === "close") {
    const close = await open(coupleKey, context, words, contents.close);
    return close.ok ? { state: "open", words: { kind: "close", close: close.value } } : shut;
  }
  const said = await open(coupleKey, context, words, contents[contentKind]);
  return said.ok ? { state: "open", words: { kind: "text", text: said.value.text } } : shut;
};

/** Kept by command, because a command's words never change; but they may go, and then nothing of them is shown on. */
export const createOpener = (coupleKey: CryptoKey, coupleId: CoupleId, checkInId: CheckInId): Opener => {
  const opened = new Map<CommandId, Opened>();
  return {
    peek: ({ commandId, words }) => (areGone(words) ? { state: "gone", gone: words.gone } : opened.get(commandId)),
    async open(writing) {
      const result = await openWriting(coupleKey, { coupleId, checkInId }, writing);
      opened.set(writing.commandId, result);
      return result;
    },
  };
};
