import { z } from "zod";
import { type CommandEnvelope, commandEnvelopeSchema } from "@/lib/check-in/commands";
import type { CheckInId } from "@/lib/ids";
import type { Drafts } from "./drafts";

/** A command on its way, sealed, and the place of the draft that goes once it is acknowledged. */
export type Outgoing = { envelope: CommandEnvelope; draft: string | null };

const outgoingSchema = z.object({ envelope: commandEnvelopeSchema, draft: z.string().nullable() });

/** Keeps the one command on its way, so that a reload in mid-send sends the very same one again. */
export const createOutbox = (drafts: Drafts, checkInId: CheckInId) => {
  const place = `${checkInId}/outgoing`;
  return {
    async read(): Promise<Outgoing | null> {
      return outgoingSchema.safeParse(await drafts.read(place)).data ?? null;
    },
    keep: (outgoing: Outgoing) => drafts.keep(place, outgoing),
    /** After an answer; with `delivered` the draft goes too. */
    async settle({ draft }: Outgoing, delivered: boolean) {
      if (delivered && draft) await drafts.drop(draft);
      await drafts.drop(place);
    },
  };
};
export type Outbox = ReturnType<typeof createOutbox>;
