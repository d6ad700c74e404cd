import { randomUUID } from "node:crypto";
import type { BrowserContext, Page } from "@playwright/test";
import { queryDatabase } from "@/e2e/database";
import { makePerson, someone } from "@/e2e/people";
import type { HeardServer } from "@/e2e/start-server";
import { type CoupleId, coupleIdSchema } from "@/lib/ids";
import { importCoupleKey, makeCoupleKey, sealCoupleKeyTo } from "@/lib/sealing/couple-key";

export type LinkedPerson = Awaited<ReturnType<typeof makePerson>> & { page: Page };
/** `coupleKey`: what their browsers seal with, for words that a story lays down itself. */
export type LinkedCouple = { coupleId: CoupleId; coupleKey: CryptoKey; mara: LinkedPerson; sam: LinkedPerson };

/**
 * The quick way to two people who are signed in, each in a browser of their own, and linked: Mara in seat A and Sam in seat B.
 * The couple key is real and sealed to each by the same code as in the browser; the clicks are e2e/linking.spec.ts's. The pages
 * open it by themselves, as on a new device. `server` is the fixture.
 */
export async function linkCouple(
  server: HeardServer,
  contextA: BrowserContext,
  contextB: BrowserContext,
): Promise<LinkedCouple> {
  const [pageA, pageB] = [await contextA.newPage(), await contextB.newPage()];
  const [mara, sam] = [await makePerson(pageA, someone("Mara")), await makePerson(pageB, someone("Sam"))];
  const coupleId = coupleIdSchema.parse(randomUUID());
  const raw = makeCoupleKey();
  const copyFor = ({ identity }: typeof mara) => sealCoupleKeyTo(identity.publicKey, raw, coupleId, identity);
  await queryDatabase(
    server,
    `WITH couple AS (INSERT INTO "Couple" ("id") VALUES ($1) RETURNING "id")
     INSERT INTO "Partner" ("coupleId", "seat", "personId", "sealedCoupleKey", "linkedPersonId")
     SELECT couple."id", partner.seat::"Seat", p."id", partner.key, p."id"
     FROM couple, (VALUES ('A', $2, $3), ('B', $4, $5)) AS partner(seat, email, key)
     JOIN "Person" p ON p."email" = partner.email`,
    [coupleId, mara.email, await copyFor(mara), sam.email, await copyFor(sam)],
  );
  const coupleKey = await importCoupleKey(raw);
  return { coupleId, coupleKey, mara: { ...mara, page: pageA }, sam: { ...sam, page: pageB } };
}
