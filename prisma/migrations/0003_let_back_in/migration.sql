-- AlterTable
ALTER TABLE "KeyRequest" ADD COLUMN     "sealedKey" TEXT;
