import type { ActionRow } from "@/e2e/doors/action-row";
import { everyone, type Ids, linked, signedIn } from "@/e2e/doors/visitors";

const named = ({ invitationId }: Ids) => ({ invitationId });
const nobodysSealedKey = "BPlainlyNoKey";

/** Becoming a couple, beginning together, and parting. */
export const coupleActions: Record<string, ActionRow> = {
  "app/(couple)/us/actions.ts#startCheckIn": {
    input: ({ checkInId }) => ({ guideId: "standard", mode: "written", commandId: checkInId, coupleId: "theirs" }),
    answers: signedIn("invalid"),
  },
  "app/(couple)/us/actions.ts#reviewAgreement": {
    input: ({ agreementId, noteId }) => ({ agreementId, answer: "kept", commandId: noteId }),
    answers: linked("notFound"),
  },
  "app/(couple)/us/invite/actions.ts#createInvitation": {
    input: ({ coupleId }) => ({ coupleId }),
    answers: signedIn("invalid"),
  },
  "app/(couple)/us/invite/actions.ts#revokeInvitation": { input: named, answers: signedIn("notFound") },
  "app/(couple)/us/invite/actions.ts#rejectClaim": {
    input: ({ invitationId, personId }) => ({ invitationId, claimantId: personId }),
    answers: signedIn("notFound"),
  },
  "app/(couple)/us/invite/actions.ts#confirmClaim": {
    input: ({ invitationId, personId }) => ({ invitationId, claimantId: personId, sealedKey: nobodysSealedKey }),
    answers: signedIn("invalid"),
  },
  "app/join/actions.ts#findByCode": { input: () => ({ code: "ZZZZZZZZ" }), answers: signedIn("notFound") },
  "app/join/actions.ts#claim": { input: named, answers: signedIn("notFound"), forBearers: true },
  "app/join/actions.ts#withdrawClaim": { input: named, answers: signedIn("notFound") },
  "app/join/actions.ts#accept": {
    input: (ids) => ({ ...named(ids), proof: "x", sealedCoupleKey: nobodysSealedKey }),
    answers: signedIn("invalid"),
  },
  "app/join/actions.ts#decline": {
    input: (ids) => ({ ...named(ids), proof: null }),
    answers: everyone("notFound"),
    forBearers: true,
  },
  "app/(couple)/you/unlink/actions.ts#unlink": {
    input: ({ coupleId }) => ({ coupleId, leavesWords: false }),
    answers: signedIn("alreadyUnlinked"),
  },
  "app/(couple)/you/unlinked/actions.ts#leaveWords": {
    input: ({ coupleId }) => ({ coupleId, leavesWords: false }),
    answers: signedIn("over"),
    former: "ok",
  },
};
