import { z } from "zod";
import { ok, type Result, refuse } from "@/lib/result";
import { type Bytes, fromBase64url, randomBytes, toBase64url, utf8 } from "@/lib/sealing/bytes";

/**
 * Argon2id (RFC 9106) turns a password into the master key. What it was run with is kept beside the account; since the
 * server says it, the browser looks at it first: weak settings would let a server try passwords cheaply, absurd ones would
 * stall the device. The floor is OWASP's (19 MiB, 2 passes); 64 MiB and 3 passes are RFC 9106's second recommendation,
 * with one lane because a browser has one thread to give.
 */
export type KdfParams = { memoryKib: number; iterations: number; parallelism: number };

export const kdfDefaults: KdfParams = { memoryKib: 64 * 1024, iterations: 3, parallelism: 1 };
export const masterKeyBytes = 32;
const saltBytes = 16;

export const kdfParamsSchema = z.object({
  memoryKib: z
    .int()
    .min(19 * 1024)
    .max(1024 * 1024),
  iterations: z.int().min(2).max(16),
  parallelism: z.int().min(1).max(16),
});

/** 16 bytes, base64url. */
export const saltSchema = z.string().refine((text) => fromBase64url(text)?.length === saltBytes);
export const makeSalt = (): string => toBase64url(randomBytes(saltBytes));

export type KdfRefusal = "tooWeak" | "tooHeavy" | "invalid";

export function checkKdfParams(params: KdfParams): Result<KdfParams, KdfRefusal> {
  const parsed = kdfParamsSchema.safeParse(params);
  if (parsed.success) return ok(parsed.data);
  const codes = new Set(parsed.error.issues.map((issue) => issue.code));
  if (codes.has("invalid_type")) return refuse("invalid");
  return refuse(codes.has("too_small") ? "tooWeak" : "tooHeavy");
}

/** Unicode NFKC, so that a password typed on another keyboard or system gives the same bytes. Nothing is trimmed. */
export const normalisePassword = (password: string): string => password.normalize("NFKC");

/** Handed in, because Argon2id is WebAssembly and only the sign-in pages load it. Gives `masterKeyBytes` bytes. */
export type Argon2id = (input: KdfParams & { password: Bytes; salt: Bytes }) => Promise<Uint8Array>;

/** The password never leaves this function's caller; only what `deriveAccountKeys` makes of the result does. */
export async function stretchPassword(
  argon2id: Argon2id,
  password: string,
  salt: string,
  params: KdfParams,
): Promise<Result<Bytes, KdfRefusal>> {
  const checked = checkKdfParams(params);
  if (!checked.ok) return checked;
  const saltOrNull = fromBase64url(salt);
  if (saltOrNull?.length !== saltBytes) return refuse("invalid");
  const master = await argon2id({ ...checked.value, password: utf8(normalisePassword(password)), salt: saltOrNull });
  return ok(new Uint8Array(master));
}
