"use server";

import { revalidatePath } from "next/cache";
import type { CheckInId } from "@/lib/ids";
import { addNoteSchema, answerCaptionSchema, offerCaptionSchema, removeCaptionSchema } from "@/lib/reading/marginalia";
import { refuse } from "@/lib/result";
import { action } from "@/server/action";
import type { Actor } from "@/server/auth/actor";
import { findPartner, type Partnership } from "@/server/couples/service";
import * as captions from "@/server/reading/captions";
import * as notes from "@/server/reading/notes";
import { refuseWriting } from "@/server/reading/read-only";

type Answer = { ok: true; value: unknown } | { ok: false; refusal: string };

/** Whoever is not linked is answered as if the check-in had never been, unless it was theirs and is read still. */
const asPartner =
  <I extends { checkInId: CheckInId }, A extends Answer>(work: (partnership: Partnership, input: I) => Promise<A>) =>
  async (input: I, { personId }: Actor) => {
    const partnership = await findPartner(personId);
    const answer = partnership === null ? refuse("notAParticipant") : await work(partnership, input);
    // A refusal too: what is on the page is no longer how it stands.
    revalidatePath(`/read/${input.checkInId}`);
    const isClosed = !answer.ok && answer.refusal === "notAParticipant";
    return isClosed ? refuseWriting(personId, input.checkInId, new Date()) : answer;
  };

export const addNote = action(addNoteSchema, asPartner(notes.addNote));
export const offerCaption = action(offerCaptionSchema, asPartner(captions.offerCaption));
export const answerCaption = action(answerCaptionSchema, asPartner(captions.answerCaption));
export const removeCaption = action(removeCaptionSchema, asPartner(captions.removeCaption));
