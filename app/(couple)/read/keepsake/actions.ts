"use server";

import { z } from "zod";
import { coupleIdSchema } from "@/lib/ids";
import { refuse } from "@/lib/result";
import { action } from "@/server/action";
import { findPartner } from "@/server/couples/service";
import * as keepsake from "@/server/keeping/keepsake";

/** A page of the book, sealed; the browser opens it. */
export const nextBookPage = action(
  z.strictObject({ coupleId: coupleIdSchema, after: z.uuid().nullable() }),
  async ({ coupleId, after }, actor) => {
    const partnership = await findPartner(actor.personId);
    return partnership?.coupleId === coupleId ? keepsake.listBook(partnership, after) : refuse("notFound");
  },
);
