-- AlterTable
ALTER TABLE "Rhythm" ADD COLUMN     "replacesFrom" DATE;
