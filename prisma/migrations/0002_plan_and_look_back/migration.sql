-- CreateEnum
CREATE TYPE "ProposalStatus" AS ENUM ('open', 'accepted', 'countered', 'declined', 'withdrawn', 'lapsed');

-- CreateEnum
CREATE TYPE "PlannedStatus" AS ENUM ('planned', 'started', 'skipped', 'lapsed', 'cancelled');

-- CreateEnum
CREATE TYPE "NoticeChannel" AS ENUM ('mail', 'push');

-- CreateEnum
CREATE TYPE "NoticeStatus" AS ENUM ('waiting', 'claimed', 'handing', 'sent', 'unsure', 'undeliverable', 'dropped');

-- AlterTable
ALTER TABLE "Couple" ADD COLUMN     "keepDays" INTEGER,
ADD COLUMN     "longerAskedBy" "Seat",
ADD COLUMN     "longerKeepDays" INTEGER;

-- AlterTable
ALTER TABLE "Partner" ADD COLUMN     "leavesWords" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "zone" TEXT;

-- CreateTable
CREATE TABLE "Proposal" (
    "id" UUID NOT NULL,
    "coupleId" UUID NOT NULL,
    "seat" "Seat" NOT NULL,
    "guideId" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "times" TIMESTAMPTZ(3)[],
    "zone" TEXT NOT NULL,
    "words" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lapsesAt" TIMESTAMPTZ(3) NOT NULL,
    "status" "ProposalStatus" NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),
    "counterOf" UUID,
    "openCoupleId" UUID,

    CONSTRAINT "Proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Rhythm" (
    "id" UUID NOT NULL,
    "coupleId" UUID NOT NULL,
    "seat" "Seat" NOT NULL,
    "guideId" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "zone" TEXT NOT NULL,
    "rule" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "agreedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "madeUntil" DATE,
    "offeredCoupleId" UUID,
    "activeCoupleId" UUID,

    CONSTRAINT "Rhythm_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlannedCheckIn" (
    "id" UUID NOT NULL,
    "coupleId" UUID NOT NULL,
    "proposalId" UUID,
    "rhythmId" UUID,
    "slot" DATE,
    "guideId" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "zone" TEXT NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "status" "PlannedStatus" NOT NULL,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "checkInId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PlannedCheckIn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Change" (
    "id" UUID NOT NULL,
    "coupleId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "seat" "Seat",
    "kind" TEXT NOT NULL,
    "detail" JSONB NOT NULL,

    CONSTRAINT "Change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UsualHours" (
    "personId" UUID NOT NULL,
    "zone" TEXT NOT NULL,
    "hours" JSONB NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "UsualHours_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "CalendarFeed" (
    "personId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CalendarFeed_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "NoticeSettings" (
    "personId" UUID NOT NULL,
    "mail" BOOLEAN NOT NULL DEFAULT true,
    "push" BOOLEAN NOT NULL DEFAULT true,
    "calendarMail" BOOLEAN NOT NULL DEFAULT true,
    "reminderMinutes" INTEGER NOT NULL DEFAULT 60,
    "quietFrom" INTEGER DEFAULT 1320,
    "quietUntil" INTEGER DEFAULT 420,
    "calendarTitle" TEXT NOT NULL DEFAULT 'Time for us',
    "proposalRestHours" INTEGER NOT NULL DEFAULT 12,

    CONSTRAINT "NoticeSettings_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "PushSubscription" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "sessionId" UUID,
    "endpoint" TEXT NOT NULL,
    "p256dh" TEXT NOT NULL,
    "auth" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PushSubscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "coupleId" UUID,
    "channel" "NoticeChannel" NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "status" "NoticeStatus" NOT NULL DEFAULT 'waiting',
    "tries" INTEGER NOT NULL DEFAULT 0,
    "claimedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HeldMail" (
    "id" UUID NOT NULL,
    "to" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "raw" TEXT NOT NULL,
    "heldAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "HeldMail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Agreement" (
    "coupleId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "checkInId" UUID NOT NULL,
    "asker" "Seat" NOT NULL,
    "answerCommandId" UUID NOT NULL,
    "request" JSONB,
    "answer" JSONB,
    "agreedAt" TIMESTAMPTZ(3) NOT NULL,
    "retiredAt" TIMESTAMPTZ(3),
    "changed" JSONB,
    "changedBy" "Seat",
    "changedId" UUID,
    "offered" JSONB,
    "offeredBy" "Seat",
    "offeredId" UUID,

    CONSTRAINT "Agreement_pkey" PRIMARY KEY ("coupleId","id")
);

-- CreateTable
CREATE TABLE "AgreementReview" (
    "id" UUID NOT NULL,
    "coupleId" UUID NOT NULL,
    "agreementId" UUID NOT NULL,
    "seat" "Seat" NOT NULL,
    "answer" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AgreementReview_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MarginNote" (
    "id" UUID NOT NULL,
    "coupleId" UUID NOT NULL,
    "checkInId" UUID NOT NULL,
    "page" TEXT NOT NULL,
    "seat" "Seat" NOT NULL,
    "words" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MarginNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Caption" (
    "coupleId" UUID NOT NULL,
    "checkInId" UUID NOT NULL,
    "words" JSONB,
    "wordsBy" "Seat",
    "wordsId" UUID,
    "agreedAt" TIMESTAMPTZ(3),
    "offered" JSONB,
    "offeredBy" "Seat",
    "offeredId" UUID,

    CONSTRAINT "Caption_pkey" PRIMARY KEY ("coupleId","checkInId")
);

-- CreateTable
CREATE TABLE "LoopLane" (
    "coupleId" UUID NOT NULL,
    "seat" "Seat" NOT NULL,
    "words" JSONB NOT NULL,
    "wordsId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LoopLane_pkey" PRIMARY KEY ("coupleId","seat")
);

-- CreateTable
CREATE TABLE "Loop" (
    "coupleId" UUID NOT NULL,
    "shape" TEXT,
    "yesA" JSONB,
    "yesB" JSONB,
    "caught" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Loop_pkey" PRIMARY KEY ("coupleId")
);

-- CreateTable
CREATE TABLE "PatternsConsent" (
    "coupleId" UUID NOT NULL,
    "seat" "Seat" NOT NULL,
    "consentedAt" TIMESTAMPTZ(3) NOT NULL,
    "hiddenUntil" TIMESTAMPTZ(3),

    CONSTRAINT "PatternsConsent_pkey" PRIMARY KEY ("coupleId","seat")
);

-- CreateTable
CREATE TABLE "KeepsakeConsent" (
    "coupleId" UUID NOT NULL,
    "checkInId" UUID NOT NULL,
    "seat" "Seat" NOT NULL,
    "consentedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "KeepsakeConsent_pkey" PRIMARY KEY ("coupleId","checkInId","seat")
);

-- CreateTable
CREATE TABLE "RecoveryTicket" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RecoveryTicket_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "KeyRequest" (
    "coupleId" UUID NOT NULL,
    "seat" "Seat" NOT NULL,
    "publicKey" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "KeyRequest_pkey" PRIMARY KEY ("coupleId","seat")
);

-- CreateIndex
CREATE UNIQUE INDEX "Proposal_counterOf_key" ON "Proposal"("counterOf");

-- CreateIndex
CREATE UNIQUE INDEX "Proposal_openCoupleId_key" ON "Proposal"("openCoupleId");

-- CreateIndex
CREATE INDEX "Proposal_coupleId_createdAt_id_idx" ON "Proposal"("coupleId", "createdAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Rhythm_offeredCoupleId_key" ON "Rhythm"("offeredCoupleId");

-- CreateIndex
CREATE UNIQUE INDEX "Rhythm_activeCoupleId_key" ON "Rhythm"("activeCoupleId");

-- CreateIndex
CREATE INDEX "Rhythm_coupleId_idx" ON "Rhythm"("coupleId");

-- CreateIndex
CREATE UNIQUE INDEX "PlannedCheckIn_proposalId_key" ON "PlannedCheckIn"("proposalId");

-- CreateIndex
CREATE UNIQUE INDEX "PlannedCheckIn_checkInId_key" ON "PlannedCheckIn"("checkInId");

-- CreateIndex
CREATE INDEX "PlannedCheckIn_coupleId_startsAt_id_idx" ON "PlannedCheckIn"("coupleId", "startsAt", "id");

-- CreateIndex
CREATE INDEX "PlannedCheckIn_status_startsAt_idx" ON "PlannedCheckIn"("status", "startsAt");

-- CreateIndex
CREATE UNIQUE INDEX "PlannedCheckIn_coupleId_id_key" ON "PlannedCheckIn"("coupleId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "PlannedCheckIn_rhythmId_slot_key" ON "PlannedCheckIn"("rhythmId", "slot");

-- CreateIndex
CREATE INDEX "Change_coupleId_at_id_idx" ON "Change"("coupleId", "at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "CalendarFeed_tokenHash_key" ON "CalendarFeed"("tokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "PushSubscription_endpoint_key" ON "PushSubscription"("endpoint");

-- CreateIndex
CREATE INDEX "PushSubscription_personId_idx" ON "PushSubscription"("personId");

-- CreateIndex
CREATE INDEX "Notice_status_dueAt_idx" ON "Notice"("status", "dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "Notice_personId_channel_subject_key" ON "Notice"("personId", "channel", "subject");

-- CreateIndex
CREATE INDEX "Agreement_coupleId_retiredAt_agreedAt_idx" ON "Agreement"("coupleId", "retiredAt", "agreedAt");

-- CreateIndex
CREATE INDEX "AgreementReview_coupleId_agreementId_at_idx" ON "AgreementReview"("coupleId", "agreementId", "at");

-- CreateIndex
CREATE INDEX "MarginNote_coupleId_checkInId_at_idx" ON "MarginNote"("coupleId", "checkInId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "RecoveryTicket_tokenHash_key" ON "RecoveryTicket"("tokenHash");

-- CreateIndex
CREATE INDEX "RecoveryTicket_personId_idx" ON "RecoveryTicket"("personId");

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_coupleId_fkey" FOREIGN KEY ("coupleId") REFERENCES "Couple"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Rhythm" ADD CONSTRAINT "Rhythm_coupleId_fkey" FOREIGN KEY ("coupleId") REFERENCES "Couple"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlannedCheckIn" ADD CONSTRAINT "PlannedCheckIn_coupleId_fkey" FOREIGN KEY ("coupleId") REFERENCES "Couple"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlannedCheckIn" ADD CONSTRAINT "PlannedCheckIn_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlannedCheckIn" ADD CONSTRAINT "PlannedCheckIn_rhythmId_fkey" FOREIGN KEY ("rhythmId") REFERENCES "Rhythm"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Change" ADD CONSTRAINT "Change_coupleId_fkey" FOREIGN KEY ("coupleId") REFERENCES "Couple"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UsualHours" ADD CONSTRAINT "UsualHours_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalendarFeed" ADD CONSTRAINT "CalendarFeed_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoticeSettings" ADD CONSTRAINT "NoticeSettings_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PushSubscription" ADD CONSTRAINT "PushSubscription_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Agreement" ADD CONSTRAINT "Agreement_coupleId_fkey" FOREIGN KEY ("coupleId") REFERENCES "Couple"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgreementReview" ADD CONSTRAINT "AgreementReview_coupleId_agreementId_fkey" FOREIGN KEY ("coupleId", "agreementId") REFERENCES "Agreement"("coupleId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MarginNote" ADD CONSTRAINT "MarginNote_coupleId_fkey" FOREIGN KEY ("coupleId") REFERENCES "Couple"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MarginNote" ADD CONSTRAINT "MarginNote_coupleId_checkInId_fkey" FOREIGN KEY ("coupleId", "checkInId") REFERENCES "CheckIn"("coupleId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Caption" ADD CONSTRAINT "Caption_coupleId_fkey" FOREIGN KEY ("coupleId") REFERENCES "Couple"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Caption" ADD CONSTRAINT "Caption_coupleId_checkInId_fkey" FOREIGN KEY ("coupleId", "checkInId") REFERENCES "CheckIn"("coupleId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LoopLane" ADD CONSTRAINT "LoopLane_coupleId_fkey" FOREIGN KEY ("coupleId") REFERENCES "Couple"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Loop" ADD CONSTRAINT "Loop_coupleId_fkey" FOREIGN KEY ("coupleId") REFERENCES "Couple"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PatternsConsent" ADD CONSTRAINT "PatternsConsent_coupleId_fkey" FOREIGN KEY ("coupleId") REFERENCES "Couple"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KeepsakeConsent" ADD CONSTRAINT "KeepsakeConsent_coupleId_fkey" FOREIGN KEY ("coupleId") REFERENCES "Couple"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KeepsakeConsent" ADD CONSTRAINT "KeepsakeConsent_coupleId_checkInId_fkey" FOREIGN KEY ("coupleId", "checkInId") REFERENCES "CheckIn"("coupleId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecoveryTicket" ADD CONSTRAINT "RecoveryTicket_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KeyRequest" ADD CONSTRAINT "KeyRequest_coupleId_fkey" FOREIGN KEY ("coupleId") REFERENCES "Couple"("id") ON DELETE CASCADE ON UPDATE CASCADE;
