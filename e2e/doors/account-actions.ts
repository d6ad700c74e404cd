import {
  type ActionRow,
  nobodysPassword,
  nobodysPublicKey,
  nobodysRecoveryKey,
  nobodysSealedKey,
  sealedWords,
} from "@/e2e/doors/action-row";
import { everyone, type Ids, linked, signedIn } from "@/e2e/doors/visitors";

const archive = ({ archiveId }: Ids) => ({ archiveId, first: 0 });
const forged = "A".repeat(43);
const newKey = { publicKey: nobodysPublicKey, privateKeyByRecoveryCode: nobodysRecoveryKey };

/** What is somebody's own: their sign-ins, keys, notices, and what they take along or bring. */
export const accountActions: Record<string, ActionRow> = {
  "app/actions.ts#loadOwnKeys": { input: () => undefined, answers: signedIn("ok") },
  "app/(info)/look/actions.ts#keepLook": { input: () => ({ theme: "nobody's" }), answers: everyone("false") },
  "app/(couple)/you/actions.ts#changeName": { input: () => ({ name: "" }), answers: signedIn("invalid") },
  "app/(couple)/you/actions.ts#endDevice": {
    input: ({ sessionId }) => ({ sessionId }),
    answers: signedIn("notFound"),
  },
  "app/(couple)/you/actions.ts#signOutHere": { input: () => "not mine", answers: signedIn("invalid") },
  "app/(couple)/you/actions.ts#signOutEverywhere": { input: () => "not mine", answers: signedIn("invalid") },
  "app/(couple)/you/delete/actions.ts#deleteAccount": {
    input: () => ({ authKey: "", leavesWords: false }),
    answers: signedIn("invalid"),
  },

  "app/(couple)/you/password/actions.ts#changePassword": {
    input: () => ({ oldAuthKey: forged, publicKey: nobodysPublicKey, ...nobodysPassword }),
    answers: signedIn("noMatch"),
  },
  "app/(couple)/you/recovery-code/actions.ts#changeRecoveryCode": {
    input: () => ({ authKey: forged, ...newKey }),
    answers: signedIn("noMatch"),
  },
  "app/(auth)/recover/[token]/actions.ts#openRecovery": {
    input: () => ({ token: forged }),
    answers: everyone("expired"),
  },
  "app/(auth)/recover/[token]/actions.ts#recoverWithCode": {
    input: () => ({ token: forged, publicKey: nobodysPublicKey, ...nobodysPassword }),
    answers: everyone("expired"),
  },
  "app/(auth)/recover/[token]/actions.ts#recoverAnew": {
    input: () => ({ token: forged, publicKeyBefore: nobodysPublicKey, ...newKey, ...nobodysPassword }),
    answers: everyone("expired"),
  },

  // A key is asked for, given and taken in one's own couple alone.
  "app/(couple)/you/let-in/actions.ts#askForKey": {
    input: ({ coupleId }) => ({ coupleId, publicKey: nobodysPublicKey }),
    answers: signedIn("notLinked"),
  },
  "app/(couple)/you/let-in/actions.ts#stopAskingForKey": {
    input: ({ coupleId }) => ({ coupleId }),
    answers: signedIn("notLinked"),
  },
  "app/(couple)/you/let-in/actions.ts#giveKey": {
    input: ({ coupleId }) => ({
      coupleId,
      publicKey: nobodysPublicKey,
      ownPublicKey: nobodysPublicKey,
      sealedKey: nobodysSealedKey,
    }),
    answers: signedIn("notLinked"),
  },
  "app/(couple)/you/let-in/actions.ts#turnAway": {
    input: ({ coupleId }) => ({ coupleId, publicKey: nobodysPublicKey }),
    answers: signedIn("notLinked"),
  },
  "app/(couple)/you/let-in/actions.ts#takeKey": {
    input: ({ coupleId }) => ({
      coupleId,
      publicKey: nobodysPublicKey,
      sealedKey: nobodysSealedKey,
      sealedCoupleKey: nobodysSealedKey,
    }),
    answers: signedIn("notLinked"),
  },
  "app/(couple)/you/let-in/actions.ts#beginAgain": {
    input: ({ coupleId }) => ({
      coupleId,
      publicKey: nobodysPublicKey,
      ownPublicKey: nobodysPublicKey,
      sealedKey: nobodysSealedKey,
      sealedCoupleKey: nobodysSealedKey,
    }),
    answers: signedIn("notLinked"),
  },

  "app/(couple)/you/notices/actions.ts#changeNotices": {
    input: () => ({ reminderMinutes: -1 }),
    answers: signedIn("invalid"),
  },
  "app/(couple)/you/notices/actions.ts#turnPushOn": {
    input: () => ({ endpoint: "https://127.0.0.1/push", keys: { p256dh: `B${"A".repeat(86)}`, auth: "A".repeat(22) } }),
    answers: signedIn("invalid"),
  },
  // Turning off what is not on is no refusal; another one's device stays as it is.
  "app/(couple)/you/notices/actions.ts#turnPushOff": {
    input: ({ endpoint }) => ({ endpoint }),
    answers: signedIn("ok"),
  },

  "app/(couple)/you/export/actions.ts#nextRecords": {
    input: ({ coupleId }) => ({ coupleId, after: null }),
    answers: signedIn("notFound"),
    former: "ok",
  },
  "app/(couple)/you/import/actions.ts#beginArchive": {
    input: ({ archiveId }) => ({ archiveId, sealedKey: nobodysSealedKey, parts: 0 }),
    answers: signedIn("invalid"),
  },
  "app/(couple)/you/import/actions.ts#addArchiveParts": {
    input: (ids) => ({ ...archive(ids), words: [sealedWords] }),
    answers: signedIn("notFound"),
  },
  "app/(couple)/you/import/actions.ts#readArchiveParts": { input: archive, answers: signedIn("notFound") },
  "app/(couple)/you/import/actions.ts#removeArchive": {
    input: ({ archiveId }) => ({ archiveId }),
    answers: signedIn("notFound"),
  },
  "app/(couple)/you/keeping/actions.ts#shortenKeeping": { input: () => ({ days: 0 }), answers: signedIn("invalid") },
  "app/(couple)/you/keeping/actions.ts#askToKeepLonger": { input: () => ({ days: 0 }), answers: signedIn("invalid") },
  "app/(couple)/you/keeping/actions.ts#answerKeepLonger": {
    input: () => ({ days: 30, yes: false }),
    answers: linked("nothingAsked"),
  },
  "app/(couple)/you/keeping/actions.ts#stopAskingToKeep": { input: () => ({}), answers: linked("nothingAsked") },
};
