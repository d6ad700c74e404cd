"use server";

import { revalidatePath } from "next/cache";
import type { CheckInId } from "@/lib/ids";
import {
  addNoteSchema,
  answerCaptionSchema,
  offerCaptionSchema,
  removeCaptionSchema,
  removeNoteSchema,
} from "@/lib/reading/marginalia";
import { refuse } from "@/lib/result";
import { action } from "@/server/action";
import type { Actor } from "@/server/auth/actor";
import { findPartner, type Partnership } from "@/server/couples/service";
import * as captions from "@/server/reading/captions";
import * as notes from "@/server/reading/notes";

/** Whoever is not linked, or not any more, is answered as if the check-in had never been. */
const asPartner =
  <I extends { checkInId: CheckInId }, A>(work: (partnership: Partnership, input: I) => Promise<A>) =>
  async (input: I, actor: Actor) => {
    const partnership = await findPartner(actor.personId);
    if (partnership === null) return refuse("notAParticipant");
    const answer = await work(partnership, input);
    // A refusal too: what is on the page is no longer how it stands.
    revalidatePath(`/read/${input.checkInId}`);
    return answer;
  };

export const addNote = action(addNoteSchema, asPartner(notes.addNote));
export const removeNote = action(removeNoteSchema, asPartner(notes.removeNote));
export const offerCaption = action(offerCaptionSchema, asPartner(captions.offerCaption));
export const answerCaption = action(answerCaptionSchema, asPartner(captions.answerCaption));
export const removeCaption = action(removeCaptionSchema, asPartner(captions.removeCaption));
