import { z } from "zod";
import { coupleIdSchema, invitationIdSchema, type PersonId, personIdSchema } from "@/lib/ids";
import { readBox } from "@/lib/sealing/box";
import { sealedCoupleKeySchema } from "@/lib/sealing/couple-key";
import { invitationProofSchema } from "@/lib/sealing/invitation-proof";
import { type Sealed, sealedSchema } from "@/lib/sealing/sealed";

/** How long an invitation can be answered. */
export const invitationHours = 72;

const wrappedCoupleKeySchema = z
  .string()
  .max(1024)
  .refine((text) => readBox(text) !== null);

/** What the inviter's browser sends. It names the couple itself, because the key and the words are sealed to that id. */
export const newInvitationSchema = z.strictObject({
  coupleId: coupleIdSchema,
  coupleKeyBySecret: wrappedCoupleKeySchema,
  inviterSealedCoupleKey: sealedCoupleKeySchema,
  secretProofHash: invitationProofSchema,
  words: sealedSchema.nullable(),
});
export type NewInvitation = z.infer<typeof newInvitationSchema>;

export const invitationPayloadSchema = z.strictObject({ invitationId: invitationIdSchema });

/** `proof`: from the link's secret. Null for whoever joins by code and was recognised by the inviter. */
export const acceptPayloadSchema = z.strictObject({
  invitationId: invitationIdSchema,
  proof: invitationProofSchema.nullable(),
  sealedCoupleKey: sealedCoupleKeySchema,
});
export type AcceptPayload = z.infer<typeof acceptPayloadSchema>;

export const declinePayloadSchema = z.strictObject({
  invitationId: invitationIdSchema,
  proof: invitationProofSchema.nullable(),
});
export type DeclinePayload = z.infer<typeof declinePayloadSchema>;

/** Names the claimant who was looked at, so that the key goes to nobody who stepped in between. */
export const answerClaimPayloadSchema = z.strictObject({
  invitationId: invitationIdSchema,
  claimantId: personIdSchema,
});
export const confirmClaimPayloadSchema = answerClaimPayloadSchema.extend({ sealedKey: sealedCoupleKeySchema });
export type ConfirmClaimPayload = z.infer<typeof confirmClaimPayloadSchema>;

/** Why an invitation can't be answered: by its own state, or by who is looking. */
export type InvitationRefusal =
  | "notFound"
  | "used"
  | "expired"
  | "revoked"
  /** The two are linked already, by this very invitation. */
  | "joined"
  | "ownInvitation"
  | "alreadyLinked"
  | "inviterLinked";

/** Joining by code, seen by the one who asks. `taken`: somebody else is asking just now. */
export type OwnClaim = { state: "none" | "taken" | "waiting" } | { state: "confirmed"; sealedKey: string };

/** An open invitation, as the invited person sees it. `expiresAt` is ISO 8601. */
export type OpenInvitation = {
  id: string;
  coupleId: string;
  inviter: { name: string; publicKey: string };
  expiresAt: string;
  coupleKeyBySecret: string;
  words: Sealed | null;
  claim: OwnClaim;
};

/** An open invitation, as the inviter sees it. `claimant`: who asks to be let in by code, `confirmed` once recognised. */
export type OwnInvitation = {
  id: string;
  coupleId: string;
  code: string;
  expiresAt: string;
  inviterSealedCoupleKey: string;
  words: Sealed | null;
  claimant: { id: PersonId; name: string; publicKey: string; confirmed: boolean } | null;
};
