import type { Prisma } from "@/prisma/generated/client";
import { prisma } from "@/server/database/client";

/** Statements that are kept together or not at all. Opaque to services. */
export type Transaction = Prisma.TransactionClient;

/** @param timeoutMs after this long it is rolled back, and throws */
export const inTransaction = <T>(work: (tx: Transaction) => Promise<T>, timeoutMs = 10_000): Promise<T> =>
  prisma().$transaction(work, { maxWait: 5_000, timeout: timeoutMs });
