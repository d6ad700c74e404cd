"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { archiveMostParts, partsTogether } from "@/lib/export/archive";
import { sealedCoupleKeySchema } from "@/lib/sealing/couple-key";
import { sealedSchema } from "@/lib/sealing/sealed";
import { action } from "@/server/action";
import * as archives from "@/server/keeping/archives";

const archiveId = z.uuid().toLowerCase();
const begun = z.strictObject({
  archiveId,
  sealedKey: sealedCoupleKeySchema,
  parts: z.int().min(1).max(archiveMostParts),
});
const added = z.strictObject({
  archiveId,
  first: z.int().min(0).max(archiveMostParts),
  words: z.array(sealedSchema).min(1).max(partsTogether),
});
const stretch = z.strictObject({ archiveId, first: z.int().min(0).max(archiveMostParts) });

export const beginArchive = action(begun, (asked, actor) => archives.beginArchive(actor, asked));

export const addArchiveParts = action(added, async (asked, actor) => {
  const answer = await archives.addParts(actor, asked);
  if (answer.ok && answer.value.isLast) revalidatePath("/you/import");
  return answer;
});

export const readArchiveParts = action(stretch, (asked, actor) =>
  archives.readParts(actor, asked.archiveId, asked.first),
);

export const removeArchive = action(z.strictObject({ archiveId }), async (asked, actor) => {
  const answer = await archives.removeArchive(actor, asked.archiveId);
  revalidatePath("/you/import");
  return answer;
});
