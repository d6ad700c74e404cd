import { contentKindOf } from "@/components/check-in/move";
import type { Line } from "@/lib/history/line";
import type { SealedCheckIn } from "@/lib/history/sealed-words";
import { checkInIdSchema, commandIdSchema, coupleIdSchema, type Seat } from "@/lib/ids";
import { contents } from "@/lib/sealing/contents";
import { importCoupleKey, makeCoupleKey } from "@/lib/sealing/couple-key";
import { seal } from "@/lib/sealing/seal";

export const coupleId = coupleIdSchema.parse("00000000-0000-4000-8000-00000000abcd");
export const coupleKey = await importCoupleKey(makeCoupleKey());

export const uuidOf = (n: number) => `00000000-0000-4000-8000-${n.toString(16).padStart(12, "0")}`;
export const day = 24 * 3_600_000;
const newest = Date.UTC(2026, 0, 20, 12);

/** The n-th check-in back from the newest, one a day. */
export const lineOf = (n: number, change: Partial<Line> = {}): Line => ({
  checkInId: uuidOf(100_000 - n),
  guideId: "standard",
  title: "A check-in",
  status: "completed",
  openedAt: newest - n * day,
  endedAt: newest - n * day + 24 * 60_000,
  tookAPause: false,
  ...change,
});

export type Said = { seat: Seat; kind: keyof typeof contentKindOf; words: unknown };

/** A check-in with real seals. */
export const sealedOf = async (line: Line, said: readonly Said[]): Promise<SealedCheckIn> => ({
  ...line,
  writings: await Promise.all(
    said.map(async ({ seat, kind, words }, index) => {
      const checkInId = checkInIdSchema.parse(line.checkInId);
      const commandId = commandIdSchema.parse(uuidOf(index));
      const context = { coupleId, checkInId, kind, authorSeat: seat, commandId };
      const sealed = await seal<unknown>(coupleKey, context, words, contents[contentKindOf[kind]]);
      if (!sealed.ok) throw new Error(sealed.refusal);
      return { seat, kind, commandId, words: sealed.value };
    }),
  ),
});

export const broken = { v: 1, n: "AAAAAAAAAAAAAAAA", c: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" };
