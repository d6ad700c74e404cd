-- AlterTable
ALTER TABLE "Loop" ADD COLUMN     "caughtAt" TIMESTAMPTZ(3);
