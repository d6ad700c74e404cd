import type { z } from "zod";
import { ok, type Result, refuse } from "@/lib/result";
import { sealBox, tagBytes } from "@/lib/sealing/box";
import { utf8 } from "@/lib/sealing/bytes";
import { additionalData, type SealContext } from "@/lib/sealing/context";
import { pad } from "@/lib/sealing/padding";
import { type Sealed, sealedMaxBytes } from "@/lib/sealing/sealed";

/**
 * The only way to make a `Sealed`: JSON of what `schema` says, padded to the next 256 bytes (`padding`), AES-256-GCM (NIST
 * SP 800-38D) with the couple key, bound to its context. `invalid`: the schema or the context would not let it be opened
 * again. `tooLarge`: over 8 KiB; nothing is lost, the writer still has the words.
 */
export async function seal<T>(
  coupleKey: CryptoKey,
  context: SealContext,
  value: unknown,
  schema: z.ZodType<T>,
): Promise<Result<Sealed, "invalid" | "tooLarge">> {
  const parsed = schema.safeParse(value);
  const place = additionalData(context);
  if (!parsed.success || !place) return refuse("invalid");
  const json: unknown = JSON.stringify(parsed.data);
  if (typeof json !== "string") return refuse("invalid");
  const plain = pad(utf8(json));
  if (plain.length + tagBytes > sealedMaxBytes) return refuse("tooLarge");
  return ok(await sealBox(coupleKey, place, plain));
}
