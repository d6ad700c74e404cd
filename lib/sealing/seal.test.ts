import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { checkInIdSchema, commandIdSchema, coupleIdSchema } from "@/lib/ids";
import { sealBox } from "@/lib/sealing/box";
import { fromBase64url, toBase64url, utf8 } from "@/lib/sealing/bytes";
import { contents } from "@/lib/sealing/contents";
import { additionalData, type SealContext } from "@/lib/sealing/context";
import { importCoupleKey, makeCoupleKey } from "@/lib/sealing/couple-key";
import { open } from "@/lib/sealing/open";
import { pad } from "@/lib/sealing/padding";
import { seal } from "@/lib/sealing/seal";
import type { Sealed } from "@/lib/sealing/sealed";

const couldNotBeOpened = { ok: false, refusal: "couldNotBeOpened" };
const context: SealContext = {
  coupleId: coupleIdSchema.parse("0190a1b2-0000-7000-8000-000000000001"),
  checkInId: checkInIdSchema.parse("0190a1b2-0000-7000-8000-0000000000c1"),
  kind: "reflection",
  authorSeat: "A",
  commandId: commandIdSchema.parse("0190a1b2-0000-7000-8000-0000000000d1"),
};
const elsewhere: [string, SealContext][] = [
  ["couple", { ...context, coupleId: coupleIdSchema.parse("0190a1b2-0000-7000-8000-000000000002") }],
  ["check-in", { ...context, checkInId: checkInIdSchema.parse("0190a1b2-0000-7000-8000-0000000000c2") }],
  ["no check-in", { ...context, checkInId: "-" }],
  ["kind", { ...context, kind: "empathy" }],
  ["seat", { ...context, authorSeat: "B" }],
  ["command", { ...context, commandId: commandIdSchema.parse("0190a1b2-0000-7000-8000-0000000000d2") }],
  ["no command", { ...context, commandId: "-" }],
];

let key: CryptoKey;
beforeAll(async () => {
  key = await importCoupleKey(makeCoupleKey());
});

async function sealed(value: unknown, schema: z.ZodType = z.unknown()): Promise<Sealed> {
  const result = await seal(key, context, value, schema);
  if (!result.ok) throw new Error(result.refusal);
  return result.value;
}
const cipherOf = (value: Sealed) => fromBase64url(value.c) ?? new Uint8Array(0);

describe("seal and open", () => {
  test("what was sealed opens as it was", async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        const plain: unknown = JSON.parse(JSON.stringify(value));
        expect(await open(key, context, await sealed(plain), z.unknown())).toEqual({ ok: true, value: plain });
      }),
      { numRuns: 60 },
    );
  });

  test("a size is a multiple of 256 and the tag, whatever was written", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 900, unit: "grapheme" }), async (text) => {
        expect((cipherOf(await sealed(text)).length - 16) % 256).toBe(0);
      }),
      { numRuns: 60 },
    );
    expect(cipherOf(await sealed("x".repeat(250)))).toHaveLength(256 + 16);
    expect(cipherOf(await sealed("x".repeat(251)))).toHaveLength(512 + 16);
  });

  test("the same words never look the same twice", async () => {
    const [once, again] = [await sealed("again"), await sealed("again")];
    expect(once.n).not.toBe(again.n);
    expect(once.c).not.toBe(again.c);
  });

  test("any changed bit is noticed", async () => {
    const original = await sealed({ text: "I heard you." });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom("n" as const, "c" as const), fc.nat(), fc.nat(7), async (part, at, bit) => {
        const bytes = fromBase64url(original[part]) ?? new Uint8Array(0);
        const i = at % bytes.length;
        bytes[i] = (bytes[i] ?? 0) ^ (1 << bit);
        const changed = { ...original, [part]: toBase64url(bytes) };
        expect(await open(key, context, changed, z.json())).toEqual(couldNotBeOpened);
      }),
      { numRuns: 200 },
    );
  });

  test("any cut is noticed", async () => {
    const original = await sealed({ text: "I heard you." });
    await fc.assert(
      fc.asyncProperty(fc.nat(cipherOf(original).length - 1), async (length) => {
        const cut = { ...original, c: toBase64url(cipherOf(original).slice(0, length)) };
        expect(await open(key, context, cut, z.json())).toEqual(couldNotBeOpened);
      }),
      { numRuns: 60 },
    );
  });

  test.each(elsewhere)("words moved to another place are noticed: %s", async (_, place) => {
    expect(await open(key, place, await sealed("here"), z.json())).toEqual(couldNotBeOpened);
  });

  test("another couple's key opens nothing", async () => {
    const other = await importCoupleKey(makeCoupleKey());
    expect(await open(other, context, await sealed("ours"), z.json())).toEqual(couldNotBeOpened);
  });

  test("opening never throws, whatever it is given", async () => {
    const anything = fc.oneof(
      fc.anything(),
      fc.record({ v: fc.constant(1), n: fc.string({ maxLength: 20 }), c: fc.string() }),
    );
    await fc.assert(
      fc.asyncProperty(anything, async (value) => {
        expect(await open(key, context, value, z.json())).toEqual(couldNotBeOpened);
      }),
    );
  });

  test("a schema that throws is no crash either", async () => {
    const throwing = z.json().transform(() => {
      throw new Error("a schema's own fault");
    });
    expect(await open(key, context, await sealed("fine"), throwing)).toEqual(couldNotBeOpened);
  });

  test("words of another shape could not be opened", async () => {
    expect(await open(key, context, await sealed({ feelings: 7 }), contents.piece)).toEqual(couldNotBeOpened);
  });

  test.each([
    ["no text at all", pad(new Uint8Array([0xff, 0xfe]))],
    ["unpadded", utf8('{"text":"bare"}')],
    ["a length past the end", new Uint8Array(256).fill(255)],
    ["bytes hidden in the padding", pad(utf8('"x"')).fill(7, 200)],
    ["a whole step too much", new Uint8Array([...pad(utf8('"x"')), ...new Uint8Array(256)])],
  ])("a plaintext that seal would not make could not be opened: %s", async (_, plain) => {
    const place = additionalData(context);
    if (!place) throw new Error("the context is sound");
    expect(await open(key, context, await sealBox(key, place, plain), z.json())).toEqual(couldNotBeOpened);
  });

  test("more than 8 KiB is refused by name, and the last that fits opens", async () => {
    const fits = "x".repeat(8192 - 256 - 4 - 2);
    expect(await open(key, context, await sealed(fits), z.json())).toEqual({ ok: true, value: fits });
    expect(await seal(key, context, `${fits}x`, z.json())).toEqual({ ok: false, refusal: "tooLarge" });
  });

  test("what its schema refuses is not sealed", async () => {
    const long = { text: "x".repeat(601) };
    expect(await seal(key, context, long, contents.reflection)).toEqual({ ok: false, refusal: "invalid" });
    expect(await seal(key, context, undefined, z.unknown())).toEqual({ ok: false, refusal: "invalid" });
  });

  test("a context whose parts could be mistaken for one another is refused", async () => {
    const mistakable = { ...context, kind: "a|B" };
    expect(await seal(key, mistakable, "x", z.json())).toEqual({ ok: false, refusal: "invalid" });
    expect(await open(key, mistakable, await sealed("x"), z.json())).toEqual(couldNotBeOpened);
  });

  test("an id in capitals is the same id", async () => {
    const shouting = { ...context, coupleId: coupleIdSchema.parse(context.coupleId.toUpperCase()) };
    expect(await open(key, shouting, await sealed("x"), z.json())).toEqual({ ok: true, value: "x" });
  });
});
