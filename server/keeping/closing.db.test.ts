import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { sealedOf } from "@/lib/check-in/test-kit";
import type { CheckInId, CoupleId } from "@/lib/ids";
import { unlink } from "@/server/couples/service";
import { prisma } from "@/server/database/client";
import { openTestDatabase } from "@/server/database/test-database";
import { eraseExpired } from "@/server/keeping/erasing";
import { addBothWrote } from "@/server/keeping/test-kit";

openTestDatabase();

const day = 24 * 3_600_000;

/** The tables that hold something of this couple, of all that name one. */
async function tablesWith(coupleId: CoupleId): Promise<string[]> {
  const found: string[] = [];
  for (const name of await tablesOfCouples()) {
    const rows = await prisma().$queryRawUnsafe<unknown[]>(
      `SELECT FROM "${name}" WHERE "coupleId" = $1::uuid`,
      coupleId,
    );
    if (rows.length > 0) found.push(name);
  }
  return found;
}

async function tablesOfCouples(): Promise<string[]> {
  const rows = await prisma().$queryRaw<{ name: string }[]>`
    SELECT table_name::text AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name = 'coupleId' ORDER BY table_name`;
  return rows.map(({ name }) => name);
}

/** Something in every table that two who are linked can fill, beside a check-in that both wrote in. */
async function fillAll({ coupleId, personId }: { coupleId: CoupleId; personId: string }, checkInId: CheckInId) {
  const at = new Date();
  const [agreementId, rhythmId, words] = [randomUUID(), randomUUID(), sealedOf("of both")];
  const time = { guideId: "standard", minutes: 30, zone: "UTC" };
  const inSeat = { coupleId, seat: "A" } as const;
  const db = prisma();
  await db.proposal.create({
    data: { ...inSeat, ...time, id: randomUUID(), words, times: [], createdAt: at, lapsesAt: at, status: "lapsed" },
  });
  await db.rhythm.create({ data: { ...inSeat, ...time, id: rhythmId, rule: {}, createdAt: at } });
  await db.plannedCheckIn.create({
    data: {
      ...time,
      id: randomUUID(),
      coupleId,
      rhythmId,
      slot: at,
      startsAt: at,
      status: "cancelled",
      createdAt: at,
      changedAt: at,
    },
  });
  await db.change.create({ data: { coupleId, at, kind: "keepShortened", detail: { days: 30 } } });
  await db.notice.create({
    data: { personId, coupleId, channel: "mail", kind: "farewell", subject: randomUUID(), detail: {}, dueAt: at },
  });
  await db.agreement.create({
    data: {
      coupleId,
      id: agreementId,
      checkInId,
      asker: "A",
      answerCommandId: randomUUID(),
      request: words,
      answer: words,
      agreedAt: at,
    },
  });
  await db.agreementReview.create({ data: { ...inSeat, id: randomUUID(), agreementId, answer: "kept", at } });
  await db.marginNote.create({ data: { ...inSeat, id: randomUUID(), checkInId, page: "p", words, at } });
  await db.caption.create({ data: { coupleId, checkInId, offered: words, offeredBy: "A", offeredId: randomUUID() } });
  await db.loopLane.create({ data: { ...inSeat, words, wordsId: randomUUID(), version: 1, changedAt: at } });
  await db.loop.create({ data: { coupleId } });
  await db.patternsConsent.create({ data: { ...inSeat, consentedAt: at } });
  await db.keepsakeConsent.create({ data: { ...inSeat, checkInId, consentedAt: at } });
  await db.keyRequest.create({ data: { ...inSeat, publicKey: "k", askedAt: at } });
}

it("ends the 30 days in every table: what stays of the two are the logs, the seats and the invitation they came of", async () => {
  const { a, checkInId } = await addBothWrote();
  const { coupleId } = a;
  await unlink(a);
  await fillAll(a, checkInId);
  // A table that is new and not filled above fails here, so that it is thought of.
  expect(await tablesWith(coupleId)).toEqual(await tablesOfCouples());
  await eraseExpired();
  expect(await tablesWith(coupleId)).toEqual(await tablesOfCouples());
  await prisma().couple.update({
    where: { id: coupleId },
    data: { unlinkedAt: new Date(Date.now() - 31 * day) },
  });
  await eraseExpired();
  expect(await tablesWith(coupleId)).toEqual(["CheckIn", "CheckInEvent", "Invitation", "Partner"]);
});
