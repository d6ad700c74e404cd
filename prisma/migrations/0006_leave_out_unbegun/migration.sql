-- AlterTable
ALTER TABLE "CheckIn" ADD COLUMN     "begun" BOOLEAN NOT NULL DEFAULT true;
