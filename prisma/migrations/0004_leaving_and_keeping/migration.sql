-- DropForeignKey
ALTER TABLE "Partner" DROP CONSTRAINT "Partner_personId_fkey";

-- AlterTable
ALTER TABLE "Couple" ADD COLUMN     "closedAt" TIMESTAMPTZ(3),
ADD COLUMN     "keepShortenedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Partner" ALTER COLUMN "personId" DROP NOT NULL;

-- CreateTable
CREATE TABLE "Archive" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "sealedKey" TEXT NOT NULL,
    "parts" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Archive_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ArchivePart" (
    "archiveId" UUID NOT NULL,
    "part" INTEGER NOT NULL,
    "words" JSONB NOT NULL,

    CONSTRAINT "ArchivePart_pkey" PRIMARY KEY ("archiveId","part")
);

-- CreateIndex
CREATE INDEX "Archive_personId_idx" ON "Archive"("personId");

-- AddForeignKey
ALTER TABLE "Partner" ADD CONSTRAINT "Partner_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Archive" ADD CONSTRAINT "Archive_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArchivePart" ADD CONSTRAINT "ArchivePart_archiveId_fkey" FOREIGN KEY ("archiveId") REFERENCES "Archive"("id") ON DELETE CASCADE ON UPDATE CASCADE;
