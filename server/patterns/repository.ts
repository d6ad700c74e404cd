import type { CoupleId } from "@/lib/ids";
import { prisma } from "@/server/database/client";
import { livingSeat, type Membership } from "@/server/database/living-seat";

export const listConsents = (coupleId: CoupleId) =>
  prisma().patternsConsent.findMany({ where: { coupleId }, select: { seat: true, hiddenUntil: true } });

/** A yes of this seat; a yes again changes nothing. @returns false when the couple is no more */
export const consent = async (hand: Membership, at: Date): Promise<boolean> =>
  (await prisma().$executeRaw`
    WITH ${livingSeat(hand)}
    INSERT INTO "PatternsConsent" ("coupleId", "seat", "consentedAt")
    SELECT "id", ${hand.seat}::"Seat", ${at} FROM living
    ON CONFLICT ("coupleId", "seat") DO UPDATE SET "consentedAt" = "PatternsConsent"."consentedAt"`) > 0;

export const withdraw = async ({ coupleId, seat }: Membership): Promise<void> => {
  await prisma().patternsConsent.deleteMany({ where: { coupleId, seat } });
};

/** Hides them by this seat's own row, or shows them again as far as this seat goes. @returns false without a yes of its own */
export const hide = async ({ coupleId, seat }: Membership, hiddenUntil: Date | null): Promise<boolean> =>
  (await prisma().patternsConsent.updateMany({ where: { coupleId, seat }, data: { hiddenUntil } })).count > 0;
