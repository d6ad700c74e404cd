import { z } from "zod";
import { emailSchema } from "@/lib/accounts/account";
import { coupleIdSchema } from "@/lib/ids";
import { sealedCoupleKeySchema } from "@/lib/sealing/couple-key";
import { publicKeySchema, wrappedPrivateKeySchema } from "@/lib/sealing/identity";
import { kdfParamsSchema, saltSchema } from "@/lib/sealing/kdf";
import { authKeySchema } from "@/lib/sealing/keys";

// Strict, all of them, as in server/auth/schemas.

/** A new password, as a browser makes it. Its wrap holds a random nonce: it is also how a retry of the same change is known. */
const newPassword = {
  authKey: authKeySchema,
  salt: saltSchema,
  kdf: kdfParamsSchema.strict(),
  privateKeyByPassword: wrappedPrivateKeySchema,
};

/** `publicKey`: the pair that was wrapped anew. */
export const changePasswordSchema = z.strictObject({
  oldAuthKey: authKeySchema,
  publicKey: publicKeySchema,
  ...newPassword,
});
export type ChangePassword = z.infer<typeof changePasswordSchema>;

export const changeRecoveryCodeSchema = z.strictObject({
  authKey: authKeySchema,
  publicKey: publicKeySchema,
  privateKeyByRecoveryCode: wrappedPrivateKeySchema,
});
export type ChangeRecoveryCode = z.infer<typeof changeRecoveryCodeSchema>;

export const askRecoverySchema = z.strictObject({ email: emailSchema });

const token = z.string().min(1).max(128);
export const openRecoverySchema = z.strictObject({ token });

/** `publicKey`: the pair that the recovery code opened. */
export const recoverWithCodeSchema = z.strictObject({ token, publicKey: publicKeySchema, ...newPassword });
export type RecoverWithCode = z.infer<typeof recoverWithCodeSchema>;

/** `publicKeyBefore`: the pair that is given up for the new one. */
export const recoverAnewSchema = z.strictObject({
  token,
  publicKeyBefore: publicKeySchema,
  publicKey: publicKeySchema,
  privateKeyByRecoveryCode: wrappedPrivateKeySchema,
  ...newPassword,
});
export type RecoverAnew = z.infer<typeof recoverAnewSchema>;

/** Names the couple that the page was about, and whose keys it showed. */
export const askKeySchema = z.strictObject({ coupleId: coupleIdSchema, publicKey: publicKeySchema });
export const withdrawKeySchema = z.strictObject({ coupleId: coupleIdSchema });

/** The six words were made of `publicKey` (theirs) and `ownPublicKey`, and the copy is sealed to the one from the other. */
export const giveKeySchema = z.strictObject({
  coupleId: coupleIdSchema,
  publicKey: publicKeySchema,
  ownPublicKey: publicKeySchema,
  sealedKey: sealedCoupleKeySchema,
});
/** A new couple key, where both have lost theirs: `sealedKey` for the other, `sealedCoupleKey` to oneself. */
export const beginAgainSchema = giveKeySchema.extend({ sealedCoupleKey: sealedCoupleKeySchema });
export const turnAwaySchema = z.strictObject({ coupleId: coupleIdSchema, publicKey: publicKeySchema });

/** `sealedKey`: the copy that was opened; `sealedCoupleKey`: the same key, sealed to oneself. */
export const takeKeySchema = z.strictObject({
  coupleId: coupleIdSchema,
  publicKey: publicKeySchema,
  sealedKey: sealedCoupleKeySchema,
  sealedCoupleKey: sealedCoupleKeySchema,
});
