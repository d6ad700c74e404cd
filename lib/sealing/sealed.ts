import { z } from "zod";

/** 8 KiB of ciphertext: far more than the 600 characters that any field takes, far less than a burden. */
export const sealedMaxBytes = 8 * 1024;

const base64url = /^[A-Za-z0-9_-]+$/;

/**
 * A sealed value, opaque to the core and to the server. `n` is the 96-bit nonce, `c` AES-256-GCM ciphertext and tag, both
 * base64url without padding. Only `seal()` makes one that opens, only `open()` reads one.
 */
export const sealedSchema = z.strictObject({
  v: z.literal(1),
  n: z.string().length(16).regex(base64url),
  c: z
    .string()
    .max(Math.ceil((sealedMaxBytes * 4) / 3))
    .regex(base64url),
});
export type Sealed = z.infer<typeof sealedSchema>;
