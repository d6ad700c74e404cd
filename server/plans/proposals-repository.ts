import type { CoupleId, ProposalId, Seat } from "@/lib/ids";
import type { Sealed } from "@/lib/sealing/sealed";
import { Prisma } from "@/prisma/generated/client";
import { prisma } from "@/server/database/client";
import type { Transaction } from "@/server/plans/repository";

/** Null for another couple's, as for what never was. */
export const findProposal = (tx: Transaction, coupleId: CoupleId, id: ProposalId) =>
  tx.proposal.findFirst({
    where: { coupleId, id },
    include: { planned: { select: { id: true, startsAt: true, checkInId: true } } },
  });

export const findOpenProposal = (coupleId: CoupleId, tx: Transaction = prisma()) =>
  tx.proposal.findUnique({ where: { openCoupleId: coupleId } });

export type ProposalRow = NonNullable<Awaited<ReturnType<typeof findOpenProposal>>>;

/** The one of this seat's that was over last; `open` where its time has passed and nobody has noted it yet. */
export const findLastOver = (coupleId: CoupleId, seat: Seat, tx: Transaction = prisma()) =>
  tx.proposal.findFirst({
    where: { coupleId, seat, OR: [{ openCoupleId: null }, { lapsesAt: { lte: new Date() } }] },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { status: true, answeredAt: true, lapsesAt: true },
  });

type NewProposal = {
  id: ProposalId;
  coupleId: CoupleId;
  seat: Seat;
  guideId: string;
  minutes: number;
  times: Date[];
  zone: string;
  words: Sealed | null;
  createdAt: Date;
  lapsesAt: Date;
  counterOf: ProposalId | null;
};

/** @returns false when the id is taken, or one is open */
export async function insertProposal(tx: Transaction, { words, ...row }: NewProposal): Promise<boolean> {
  const { count } = await tx.proposal.createMany({
    data: { ...row, words: words ?? Prisma.DbNull, status: "open", openCoupleId: row.coupleId },
    skipDuplicates: true,
  });
  return count === 1;
}

export type Over = "accepted" | "countered" | "declined" | "withdrawn" | "lapsed";

/** @returns false when somebody was faster, and it is over already */
export async function closeProposal(
  tx: Transaction,
  { coupleId, id }: { coupleId: string; id: string },
  status: Over,
  at: Date,
): Promise<boolean> {
  const { count } = await tx.proposal.updateMany({
    where: { coupleId, id, status: "open" },
    data: { status, answeredAt: at, openCoupleId: null },
  });
  return count === 1;
}
