import { type ActionRow, sealedWords } from "@/e2e/doors/action-row";
import { type Ids, linked, signedIn } from "@/e2e/doors/visitors";

const letter = (name: string) => `app/(couple)/read/[id]/actions.ts#${name}`;
const agreements = (name: string) => `app/(couple)/read/agreements/actions.ts#${name}`;
const loop = (name: string) => `app/(couple)/read/loop/actions.ts#${name}`;
const patterns = (name: string) => `app/(couple)/read/patterns/actions.ts#${name}`;

const place = ({ endedId }: Ids) => ({ checkInId: endedId });
const agreement = ({ agreementId }: Ids) => ({ agreementId });
const newId = () => crypto.randomUUID();
/** Nobody's version: what is one's own is not touched by asking. */
const neverSeen = 999;

/** Looking back, and what is written beside it. */
export const readingActions: Record<string, ActionRow> = {
  "app/(couple)/actions.ts#takeBack": {
    input: ({ coupleId, endedId }) => ({ coupleId, checkInId: endedId, commandId: null }),
    answers: signedIn("notFound"),
    // Nothing of theirs is in it, so nothing goes.
    former: "ok",
  },
  "app/(couple)/actions.ts#sayKeepsakeYes": {
    input: (ids) => ({ ...place(ids), yes: true }),
    answers: linked("notFound"),
  },
  "app/(couple)/read/keepsake/actions.ts#nextBookPage": {
    input: ({ coupleId }) => ({ coupleId, after: null }),
    answers: signedIn("notFound"),
  },

  [letter("addNote")]: {
    input: (ids) => ({ ...place(ids), noteId: newId(), page: "0-warm", words: sealedWords }),
    answers: signedIn("notAParticipant"),
    former: "readOnly",
  },
  "app/(couple)/read/actions.ts#removeNote": {
    input: (ids) => ({ ...place(ids), noteId: ids.noteId }),
    answers: signedIn("notAParticipant"),
    former: "notYours",
  },
  [letter("offerCaption")]: {
    input: (ids) => ({ ...place(ids), offerId: newId(), words: sealedWords }),
    answers: signedIn("notAParticipant"),
    former: "readOnly",
  },
  [letter("answerCaption")]: {
    input: (ids) => ({ ...place(ids), offerId: ids.captionId, yes: true }),
    answers: signedIn("notAParticipant"),
    former: "readOnly",
  },
  [letter("removeCaption")]: {
    input: (ids) => ({ ...place(ids), captionId: ids.captionId }),
    answers: signedIn("notAParticipant"),
    former: "readOnly",
  },

  [agreements("reviewAgreement")]: {
    input: (ids) => ({ ...agreement(ids), answer: "kept", commandId: newId() }),
    answers: linked("notFound"),
  },
  [agreements("offerChange")]: {
    input: (ids) => ({ ...agreement(ids), offerId: newId(), words: sealedWords }),
    answers: linked("notFound"),
  },
  [agreements("acceptChange")]: {
    input: (ids) => ({ ...agreement(ids), offerId: ids.captionId }),
    answers: linked("notFound"),
  },
  [agreements("dropChange")]: {
    input: (ids) => ({ ...agreement(ids), offerId: ids.captionId }),
    answers: linked("notFound"),
  },
  [agreements("retireAgreement")]: {
    input: (ids) => ({ ...agreement(ids), commandId: newId() }),
    answers: linked("notFound"),
  },

  // The two's own loop and patterns, never anybody's by an id.
  [loop("saveLane")]: {
    input: () => ({ wordsId: newId(), version: neverSeen, words: sealedWords }),
    answers: linked("changedMeanwhile", "notAParticipant"),
  },
  [loop("emptyLane")]: {
    input: () => ({ version: neverSeen }),
    answers: linked("changedMeanwhile", "notAParticipant"),
  },
  [loop("chooseShape")]: {
    input: () => ({ shape: "bothReach", version: neverSeen }),
    answers: linked("changedMeanwhile", "notAParticipant"),
  },
  [loop("sayYes")]: {
    input: () => ({ A: neverSeen, B: neverSeen, shape: "bothReach" }),
    answers: linked("changedMeanwhile", "notAParticipant"),
  },
  [loop("takeBackYes")]: { input: () => undefined, answers: linked("ok", "notAParticipant") },
  [loop("catchLoop")]: { input: () => undefined, answers: linked("notMet", "notAParticipant") },
  [loop("undoCatch")]: { input: () => undefined, answers: linked("tooLate", "notAParticipant") },
  [loop("listOwnPieces")]: { input: () => undefined, answers: linked("ok", "notAParticipant") },
  [patterns("wantPatterns")]: { input: () => ({ wants: false }), answers: linked("ok") },
  [patterns("hidePatterns")]: { input: () => ({ hides: false }), answers: linked("notWanted") },
};
