import { prisma } from "@/server/database/client";

/** The same id again changes nothing: a notice is held once. */
export async function holdMail(mail: { id: string; to: string; subject: string; raw: string }): Promise<void> {
  await prisma().heldMail.createMany({ data: [mail], skipDuplicates: true });
}

export const listHeldMail = (limit: number) =>
  prisma().heldMail.findMany({
    orderBy: [{ heldAt: "desc" }, { id: "desc" }],
    take: limit,
    select: { id: true, to: true, subject: true, heldAt: true },
  });

export const findHeldMail = (id: string) => prisma().heldMail.findUnique({ where: { id } });

export const deleteHeldBefore = async (before: Date): Promise<number> =>
  (await prisma().heldMail.deleteMany({ where: { heldAt: { lt: before } } })).count;
