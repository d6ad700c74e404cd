import { archivesAtMost, partsTogether } from "@/lib/export/archive";
import type { PersonId } from "@/lib/ids";
import { ok, type Result, refuse } from "@/lib/result";
import { type Sealed, sealedSchema } from "@/lib/sealing/sealed";
import { despiteCollisions } from "@/server/couples/collisions";
import * as archives from "@/server/keeping/archive-repository";
import { inTransaction } from "@/server/keeping/repository";

/** Exports that people brought along, each for its owner alone; anybody else's is as one that never was. */

type Person = { personId: PersonId };
type Begin = { archiveId: string; sealedKey: string; parts: number };

/** Begins an archive; the same again goes on with it. `notFound`: somebody else has one by this id. */
export const beginArchive = ({ personId }: Person, { archiveId, sealedKey, parts }: Begin) =>
  despiteCollisions(() =>
    inTransaction(async (tx): Promise<Result<null, "tooMany" | "notFound">> => {
      const count = await archives.countLocked(tx, personId);
      if (await archives.findArchive(personId, archiveId, tx)) return ok(null);
      if (await archives.isTaken(tx, archiveId)) return refuse("notFound");
      if (count >= archivesAtMost) return refuse("tooMany");
      await archives.insertArchive(tx, { id: archiveId, personId, sealedKey, parts });
      return ok(null);
    }),
  );

/** Parts from `first` on. A part that is there already stays as it is, so a retry changes nothing. `isLast`: none comes after them. */
export async function addParts(
  { personId }: Person,
  { archiveId, first, words }: { archiveId: string; first: number; words: readonly Sealed[] },
): Promise<Result<{ isLast: boolean }, "notFound" | "invalid">> {
  const archive = await archives.findArchive(personId, archiveId);
  if (archive === null) return refuse("notFound");
  if (first + words.length > archive.parts) return refuse("invalid");
  await archives.insertParts(archiveId, first, words);
  return ok({ isLast: first + words.length === archive.parts });
}

export type ArchiveLine = { id: string; createdAt: string; isWhole: boolean };

export const listArchives = async ({ personId }: Person): Promise<ArchiveLine[]> =>
  (await archives.listArchives(personId)).map(({ id, createdAt, parts, _count }) => ({
    id,
    createdAt: createdAt.toISOString(),
    isWhole: _count.arrived === parts,
  }));

/** A stretch of an archive's sealed parts, with the key that its owner opens. Words that are none are null. */
export async function readParts({ personId }: Person, archiveId: string, first: number) {
  const archive = await archives.findArchive(personId, archiveId);
  if (archive === null) return refuse("notFound");
  const rows = await archives.listParts(archiveId, first, partsTogether);
  const words = rows.map((row) => ({ part: row.part, words: sealedSchema.nullable().catch(null).parse(row.words) }));
  return ok({ sealedKey: archive.sealedKey, parts: archive.parts, words });
}

export const removeArchive = async ({ personId }: Person, archiveId: string): Promise<Result<null, "notFound">> =>
  (await archives.deleteArchive(personId, archiveId)) ? ok(null) : refuse("notFound");
