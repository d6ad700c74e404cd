-- CreateEnum
CREATE TYPE "Seat" AS ENUM ('A', 'B');

-- CreateEnum
CREATE TYPE "CheckInStatus" AS ENUM ('lobby', 'inProgress', 'onBreak', 'closing', 'completed', 'endedEarly');

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "authHash" TEXT NOT NULL,
    "salt" TEXT NOT NULL,
    "kdfMemoryKib" INTEGER NOT NULL,
    "kdfIterations" INTEGER NOT NULL,
    "kdfParallelism" INTEGER NOT NULL,
    "publicKey" TEXT NOT NULL,
    "privateKeyByPassword" TEXT NOT NULL,
    "privateKeyByRecoveryCode" TEXT NOT NULL,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuthSession" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "device" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AuthSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Couple" (
    "id" UUID NOT NULL,
    "linkedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "unlinkedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Couple_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Partner" (
    "coupleId" UUID NOT NULL,
    "seat" "Seat" NOT NULL,
    "personId" UUID NOT NULL,
    "sealedCoupleKey" TEXT NOT NULL,
    "joinedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "leftAt" TIMESTAMPTZ(3),
    "linkedPersonId" UUID,

    CONSTRAINT "Partner_pkey" PRIMARY KEY ("coupleId","seat")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" UUID NOT NULL,
    "coupleId" UUID NOT NULL,
    "inviterId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "code" TEXT NOT NULL,
    "coupleKeyBySecret" TEXT NOT NULL,
    "secretProofHash" TEXT NOT NULL,
    "inviterSealedCoupleKey" TEXT NOT NULL,
    "words" JSONB,
    "openInviterId" UUID,
    "acceptedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),
    "declinedAt" TIMESTAMPTZ(3),
    "claimantId" UUID,
    "claimedAt" TIMESTAMPTZ(3),
    "claimantSealedKey" TEXT,

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CheckIn" (
    "id" UUID NOT NULL,
    "coupleId" UUID NOT NULL,
    "guideId" TEXT NOT NULL,
    "guideVersion" INTEGER NOT NULL,
    "status" "CheckInStatus" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),
    "activeCoupleId" UUID,

    CONSTRAINT "CheckIn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CheckInEvent" (
    "coupleId" UUID NOT NULL,
    "checkInId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "seat" "Seat",
    "commandId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CheckInEvent_pkey" PRIMARY KEY ("coupleId","checkInId","seq")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "Person_email_key" ON "Person"("email");

-- CreateIndex
CREATE INDEX "AuthSession_personId_idx" ON "AuthSession"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Partner_linkedPersonId_key" ON "Partner"("linkedPersonId");

-- CreateIndex
CREATE INDEX "Partner_personId_idx" ON "Partner"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Partner_coupleId_personId_key" ON "Partner"("coupleId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_coupleId_key" ON "Invitation"("coupleId");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_code_key" ON "Invitation"("code");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_openInviterId_key" ON "Invitation"("openInviterId");

-- CreateIndex
CREATE INDEX "Invitation_inviterId_idx" ON "Invitation"("inviterId");

-- CreateIndex
CREATE UNIQUE INDEX "CheckIn_activeCoupleId_key" ON "CheckIn"("activeCoupleId");

-- CreateIndex
CREATE INDEX "CheckIn_coupleId_createdAt_id_idx" ON "CheckIn"("coupleId", "createdAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "CheckIn_coupleId_id_key" ON "CheckIn"("coupleId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "CheckInEvent_coupleId_checkInId_commandId_key" ON "CheckInEvent"("coupleId", "checkInId", "commandId");

-- AddForeignKey
ALTER TABLE "AuthSession" ADD CONSTRAINT "AuthSession_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Partner" ADD CONSTRAINT "Partner_coupleId_fkey" FOREIGN KEY ("coupleId") REFERENCES "Couple"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Partner" ADD CONSTRAINT "Partner_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_inviterId_fkey" FOREIGN KEY ("inviterId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_claimantId_fkey" FOREIGN KEY ("claimantId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CheckIn" ADD CONSTRAINT "CheckIn_coupleId_fkey" FOREIGN KEY ("coupleId") REFERENCES "Couple"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CheckInEvent" ADD CONSTRAINT "CheckInEvent_coupleId_checkInId_fkey" FOREIGN KEY ("coupleId", "checkInId") REFERENCES "CheckIn"("coupleId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
