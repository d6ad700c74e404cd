import type { z } from "zod";
import { ok, type Result, refuse } from "@/lib/result";
import { openBox, parseJson } from "@/lib/sealing/box";
import { additionalData, type SealContext } from "@/lib/sealing/context";
import { unpad } from "@/lib/sealing/padding";
import { sealedSchema } from "@/lib/sealing/sealed";

/**
 * The only way to read a `Sealed`. Whatever is wrong (another key, a moved, cut or changed value, words that the schema
 * does not know) has the one name `couldNotBeOpened`, and never throws: the screen shows it beside all that could be.
 */
export async function open<T>(
  coupleKey: CryptoKey,
  context: SealContext,
  sealed: unknown,
  schema: z.ZodType<T>,
): Promise<Result<T, "couldNotBeOpened">> {
  try {
    const box = sealedSchema.safeParse(sealed);
    const place = additionalData(context);
    if (!box.success || !place) return refuse("couldNotBeOpened");
    const plain = await openBox(coupleKey, place, box.data);
    const json = plain && unpad(plain);
    if (!json) return refuse("couldNotBeOpened");
    const parsed = schema.safeParse(parseJson(new TextDecoder("utf-8", { fatal: true }).decode(json)));
    return parsed.success ? ok(parsed.data) : refuse("couldNotBeOpened");
  } catch {
    return refuse("couldNotBeOpened");
  }
}
