import { contentKindOf } from "@/components/check-in/move";
import { areGone, wordsSchema } from "@/lib/check-in/words";
import type { OpenedWriting } from "@/lib/history/opened";
import type { SealedCheckIn } from "@/lib/history/sealed-words";
import { type CoupleId, checkInIdSchema, commandIdSchema } from "@/lib/ids";
import { contents } from "@/lib/sealing/contents";
import { open } from "@/lib/sealing/open";

export type OpenedCheckIn = {
  writings: OpenedWriting[];
  /** Whether something in it could not be opened. */
  isShut: boolean;
};

type Sealed = NonNullable<SealedCheckIn["writings"]>[number];
const kinds: Readonly<Record<string, keyof typeof contents | undefined>> = contentKindOf;

/** Opens what a past check-in holds. What does not open is told and stops nothing; what is gone is simply not there. */
export async function openAll(
  coupleKey: CryptoKey,
  coupleId: CoupleId,
  { checkInId, writings }: Pick<SealedCheckIn, "checkInId" | "writings">,
): Promise<OpenedCheckIn> {
  if (writings === null) return { writings: [], isShut: true };
  const opened = await Promise.all(writings.map((writing) => openOne(coupleKey, coupleId, checkInId, writing)));
  return {
    writings: opened.filter((one) => one !== "shut" && one !== "gone"),
    isShut: opened.includes("shut"),
  };
}

const openOne = async (
  coupleKey: CryptoKey,
  coupleId: CoupleId,
  checkIn: string,
  { seat, kind, commandId: command, words: value }: Sealed,
): Promise<OpenedWriting | "shut" | "gone"> => {
  const words = wordsSchema.safeParse(value);
  const checkInId = checkInIdSchema.safeParse(checkIn);
  const commandId = commandIdSchema.safeParse(command);
  const contentKind = kinds[kind];
  if (!words.success || !checkInId.success || !commandId.success || !contentKind) return "shut";
  if (words.data === null || areGone(words.data)) return "gone";
  const context = { coupleId, checkInId: checkInId.data, kind, authorSeat: seat, commandId: commandId.data };
  switch (contentKind) {
    case "piece": {
      const piece = await open(coupleKey, context, words.data, contents.piece);
      return piece.ok ? { seat, kind: "piece", piece: piece.value } : "shut";
    }
    case "close": {
      const close = await open(coupleKey, context, words.data, contents.close);
      return close.ok ? { seat, kind: "close", close: close.value } : "shut";
    }
    default: {
      const said = await open(coupleKey, context, words.data, contents.ending);
      return said.ok ? { seat, kind: "text", text: said.value.text } : "shut";
    }
  }
};
