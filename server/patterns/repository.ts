import type { CoupleId, PersonId, Seat } from "@/lib/ids";
import { prisma } from "@/server/database/client";

export type Hand = { coupleId: CoupleId; seat: Seat; personId: PersonId };

export const listConsents = (coupleId: CoupleId) =>
  prisma().patternsConsent.findMany({ where: { coupleId }, select: { seat: true, hiddenUntil: true } });

/** A yes of this seat; a yes again changes nothing. @returns false when the couple is no more */
export const consent = async ({ coupleId, seat, personId }: Hand, at: Date): Promise<boolean> =>
  (await prisma().$executeRaw`
    WITH living AS (
      SELECT c."id" FROM "Couple" c
      WHERE c."id" = ${coupleId}::uuid AND c."unlinkedAt" IS NULL AND EXISTS (
        SELECT FROM "Partner" p
        WHERE p."coupleId" = c."id" AND p."seat" = ${seat}::"Seat" AND p."personId" = ${personId}::uuid
          AND p."leftAt" IS NULL
      )
      FOR SHARE OF c
    )
    INSERT INTO "PatternsConsent" ("coupleId", "seat", "consentedAt")
    SELECT "id", ${seat}::"Seat", ${at} FROM living
    ON CONFLICT ("coupleId", "seat") DO UPDATE SET "consentedAt" = "PatternsConsent"."consentedAt"`) > 0;

export const withdraw = async ({ coupleId, seat }: Hand): Promise<void> => {
  await prisma().patternsConsent.deleteMany({ where: { coupleId, seat } });
};

/** Hides them by this seat's own row, or shows them again as far as this seat goes. @returns false without a yes of its own */
export const hide = async ({ coupleId, seat }: Hand, hiddenUntil: Date | null): Promise<boolean> =>
  (await prisma().patternsConsent.updateMany({ where: { coupleId, seat }, data: { hiddenUntil } })).count > 0;
