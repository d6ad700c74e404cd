import { randomUUID } from "node:crypto";
import { plannedIdSchema } from "@/lib/ids";
import { prisma } from "@/server/database/client";

/** A planned check-in of a couple, as the plan leaves it in the database. */
export async function addPlanned(coupleId: string, startsAt: Date) {
  const now = new Date();
  const row = await prisma().plannedCheckIn.create({
    data: {
      id: randomUUID(),
      coupleId,
      guideId: "standard",
      minutes: 30,
      zone: "Europe/Berlin",
      startsAt,
      status: "planned",
      createdAt: now,
      changedAt: now,
    },
  });
  return { ...row, plannedId: plannedIdSchema.parse(row.id) };
}
