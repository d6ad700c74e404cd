import { prisma } from "@/server/database/client";

type NewSubscription = { personId: string; sessionId: string; endpoint: string; p256dh: string; auth: string };

/** An endpoint is one browser's: whoever signs in there later takes it over, and a person keeps the newest few. */
export async function upsertSubscription(subscription: NewSubscription, most: number): Promise<void> {
  const { endpoint, personId } = subscription;
  await prisma().$transaction(async (tx) => {
    await tx.pushSubscription.upsert({ where: { endpoint }, create: subscription, update: subscription });
    const surplus = await tx.pushSubscription.findMany({
      where: { personId },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      skip: most,
      select: { id: true },
    });
    await tx.pushSubscription.deleteMany({ where: { id: { in: surplus.map(({ id }) => id) } } });
  });
}

export const deleteSubscription = async (personId: string, endpoint: string): Promise<number> =>
  (await prisma().pushSubscription.deleteMany({ where: { personId, endpoint } })).count;

export const deleteEndpoint = (endpoint: string) => prisma().pushSubscription.deleteMany({ where: { endpoint } });

/** Of devices that are signed in now. A subscription ends with the sign-in that it was made in. */
export async function listLiveSubscriptions(personId: string, now: Date) {
  const [subscriptions, sessions] = await Promise.all([
    prisma().pushSubscription.findMany({
      where: { personId },
      select: { endpoint: true, p256dh: true, auth: true, sessionId: true },
    }),
    prisma().authSession.findMany({
      where: { personId, revokedAt: null, expiresAt: { gt: now } },
      select: { id: true },
    }),
  ]);
  const live = new Set(sessions.map(({ id }) => id));
  return subscriptions.filter(({ sessionId }) => sessionId !== null && live.has(sessionId));
}
