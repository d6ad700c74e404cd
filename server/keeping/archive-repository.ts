import type { PersonId } from "@/lib/ids";
import type { Sealed } from "@/lib/sealing/sealed";
import { prisma } from "@/server/database/client";
import type { Transaction } from "@/server/keeping/repository";

type NewArchive = { id: string; personId: PersonId; sealedKey: string; parts: number };

/** Holds the person's row, so that of two that are begun at once the second counts the first. */
export async function countLocked(tx: Transaction, personId: PersonId): Promise<number> {
  await tx.$queryRaw`SELECT FROM "Person" WHERE "id" = ${personId}::uuid FOR NO KEY UPDATE`;
  return tx.archive.count({ where: { personId } });
}

export const findArchive = (personId: PersonId, id: string, tx: Transaction = prisma()) =>
  tx.archive.findFirst({ where: { id, personId }, include: { _count: { select: { arrived: true } } } });

export const isTaken = async (tx: Transaction, id: string): Promise<boolean> =>
  (await tx.archive.findUnique({ where: { id }, select: { id: true } })) !== null;

export const insertArchive = (tx: Transaction, data: NewArchive) => tx.archive.create({ data, select: { id: true } });

export const insertParts = (archiveId: string, first: number, words: readonly Sealed[]) =>
  prisma().archivePart.createMany({
    data: words.map((one, index) => ({ archiveId, part: first + index, words: one })),
    skipDuplicates: true,
  });

export const listArchives = (personId: PersonId) =>
  prisma().archive.findMany({
    where: { personId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    include: { _count: { select: { arrived: true } } },
  });

export const listParts = (archiveId: string, first: number, limit: number) =>
  prisma().archivePart.findMany({
    where: { archiveId, part: { gte: first } },
    orderBy: { part: "asc" },
    take: limit,
    select: { part: true, words: true },
  });

export const deleteArchive = async (personId: PersonId, id: string): Promise<boolean> =>
  (await prisma().archive.deleteMany({ where: { id, personId } })).count === 1;
