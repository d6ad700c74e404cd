"use server";

import { revalidatePath } from "next/cache";
import { removeNoteSchema } from "@/lib/reading/marginalia";
import { refuse } from "@/lib/result";
import { action } from "@/server/action";
import { findPartner } from "@/server/couples/service";
import { findFormerOf } from "@/server/keeping/former";
import * as notes from "@/server/reading/notes";

/** One's own note, linked still or not any more. */
export const removeNote = action(removeNoteSchema, async (input, { personId }) => {
  const partnership = await findPartner(personId);
  const answer = partnership === null ? refuse("notAParticipant") : await notes.removeNote(partnership, input);
  revalidatePath("/read/[id]", "page");
  if (answer.ok || answer.refusal !== "notAParticipant") return answer;
  const former = await findFormerOf(personId, input.checkInId);
  if (former === null) return answer;
  revalidatePath("/read/before/[coupleId]/[id]", "page");
  return notes.removeNote(former, input);
});
