import { z } from "zod";
import { emailSchema, nameSchema } from "@/lib/accounts/account";
import { publicKeySchema, wrappedPrivateKeySchema } from "@/lib/sealing/identity";
import { kdfParamsSchema, saltSchema } from "@/lib/sealing/kdf";
import { authKeySchema } from "@/lib/sealing/keys";

/*
 * Strict, all of them: a field that is not asked for (a password, sent by an old or a changed page) refuses the whole, so
 * it can neither be kept nor go unnoticed.
 */

export const signUpSchema = z.strictObject({
  email: emailSchema,
  name: nameSchema,
  /** "I am an adult, and I know that this is no therapy": there is no account without it. */
  agreed: z.literal(true),
  authKey: authKeySchema,
  salt: saltSchema,
  kdf: kdfParamsSchema.strict(),
  publicKey: publicKeySchema,
  privateKeyByPassword: wrappedPrivateKeySchema,
  privateKeyByRecoveryCode: wrappedPrivateKeySchema,
});
export type SignUp = z.infer<typeof signUpSchema>;

/** What next-auth hands over: the form's fields, among them its own. */
export const credentialsSchema = z.strictObject({
  email: emailSchema,
  authKey: authKeySchema,
  csrfToken: z.string().optional(),
  callbackUrl: z.string().optional(),
  json: z.string().optional(),
  redirect: z.string().optional(),
});

export const askSaltSchema = z.strictObject({ email: emailSchema });
