import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { ReviewAnswer } from "@/lib/agreements/agreement";
import { sealedOf } from "@/lib/check-in/test-kit";
import type { CommandId } from "@/lib/ids";
import * as agreements from "@/server/agreements/service";
import { addAgreement, addWish, keepIt } from "@/server/agreements/test-kit";
import { act, addCheckIn, newCommandId, readLog, readNow } from "@/server/check-ins/test-kit";
import { type Partnership, unlink } from "@/server/couples/service";
import { pool, prisma } from "@/server/database/client";
import { openTestDatabase } from "@/server/database/test-database";

openTestDatabase();

const standing = (partnership: Partnership) => agreements.listStanding(partnership, 10);
const letGo = (partnership: Partnership) => agreements.listLetGo(partnership, null, 10);
const review = (partnership: Partnership, agreementId: CommandId, answer: ReviewAnswer, commandId = newCommandId()) =>
  agreements.reviewAgreement(partnership, { agreementId, answer, commandId });
const offer = async (partnership: Partnership, agreementId: CommandId, mark = "new") => {
  const offerId = newCommandId();
  const answer = await agreements.offerChange(partnership, { agreementId, offerId, words: sealedOf(mark) });
  return { offerId, answer };
};
const ok = { ok: true, value: null };
const refused = (refusal: string) => ({ ok: false, refusal });
const day = 24 * 3_600_000;
const age = (agreementId: string, days: number) =>
  prisma().agreement.updateMany({
    where: { id: agreementId },
    data: { agreedAt: new Date(Date.now() - days * day) },
  });

describe("an agreement", () => {
  it("stands for both from the second yes on, with the words of its check-in, and not before (promise 7)", async () => {
    const wish = await addWish();
    await act(wish.b, wish.checkInId, { type: "settle", keep: true });
    expect(await standing(wish.a)).toEqual([]);
    await act(wish.a, wish.checkInId, { type: "settle", keep: true });
    const [agreement] = (await readNow(wish.a, wish.checkInId)).agreements;
    const [listed] = await standing(wish.b);
    expect(listed).toMatchObject({ id: agreement?.id, checkInId: wish.checkInId, retiredAt: null, changed: null });
    expect(listed?.request.words).toEqual(sealedOf("walk"));
    expect(listed?.answer).toMatchObject({ seat: "B", kind: "answer", words: sealedOf("shorter") });
    expect(listed?.answer.commandId).toBe(agreement?.answer.commandId);
    expect(listed?.agreedAt).toBe(agreement?.agreedAt);
    expect(await standing(wish.a)).toEqual(await standing(wish.b));
  });

  it("comes of two yeses at the same moment once", async () => {
    const wish = await addWish();
    await Promise.all([wish.a, wish.b].map((one) => act(one, wish.checkInId, { type: "settle", keep: true })));
    expect(await standing(wish.a)).toHaveLength(1);
    expect((await readNow(wish.a, wish.checkInId)).agreements).toHaveLength(1);
  });

  it("of many couples at the same moment is each one's own, beside events that make none", async () => {
    const wishes = await Promise.all(Array.from({ length: 10 }, () => addWish()));
    const others = await Promise.all(Array.from({ length: 10 }, () => addCheckIn()));
    await Promise.all([
      ...wishes.flatMap(({ a, b, checkInId }) =>
        [a, b].map((one) => act(one, checkInId, { type: "settle", keep: true })),
      ),
      ...others.map(({ a, checkInId }) => act(a, checkInId, { type: "slowDown" })),
    ]);
    for (const { a, checkInId } of wishes) expect(await standing(a)).toMatchObject([{ checkInId }]);
    for (const { a } of others) expect(await standing(a)).toEqual([]);
  });

  it("is not made by one yes and one no", async () => {
    const wish = await addWish();
    await act(wish.a, wish.checkInId, { type: "settle", keep: true });
    await act(wish.b, wish.checkInId, { type: "settle", keep: false });
    expect(await standing(wish.a)).toEqual([]);
  });

  it("goes when both go back to before the second yes, and comes again with it", async () => {
    const checkIn = await addAgreement();
    for (const one of [checkIn.a, checkIn.b]) await act(one, checkIn.checkInId, { type: "goBack" });
    expect((await readNow(checkIn.a, checkIn.checkInId)).agreements).toEqual([]);
    expect(await standing(checkIn.a)).toEqual([]);
    const again = await keepIt(checkIn);
    expect(await standing(checkIn.b)).toMatchObject([{ id: again.id, agreedAt: again.agreedAt }]);
  });

  it("is let go by either alone, in the log of its check-in and in the list, whichever was asked", async () => {
    for (const where of ["list", "room"] as const) {
      const { a, b, checkInId, agreement } = await addAgreement();
      await offer(a, agreement.id);
      const commandId = newCommandId();
      if (where === "list") {
        expect(await agreements.retireAgreement(b, { agreementId: agreement.id, commandId })).toEqual(ok);
        expect(await agreements.retireAgreement(b, { agreementId: agreement.id, commandId })).toEqual(ok);
      } else await act(b, checkInId, { type: "retire", agreement: agreement.id });
      const [inLog] = (await readNow(a, checkInId)).agreements;
      expect(await standing(a)).toEqual([]);
      expect(await letGo(a)).toMatchObject([{ id: agreement.id, retiredAt: inLog?.retiredAt, offered: null }]);
      expect((await readLog(a, checkInId)).filter(({ type }) => type === "retired")).toHaveLength(1);
    }
  });

  it("is let go once when both do so at the same moment", async () => {
    const { a, b, checkInId, agreement } = await addAgreement();
    const answers = await Promise.all(
      [a, b].map((one) => agreements.retireAgreement(one, { agreementId: agreement.id, commandId: newCommandId() })),
    );
    expect(answers).toEqual([ok, ok]);
    expect((await readLog(a, checkInId)).filter(({ type }) => type === "retired")).toHaveLength(1);
  });

  it("outlives its check-in, and can still be let go", async () => {
    const { a, b, checkInId, agreement } = await addAgreement();
    await act(a, checkInId, { type: "endKindly", words: null });
    await prisma().checkIn.delete({ where: { id: checkInId } });
    expect(await standing(b)).toHaveLength(1);
    const answer = await agreements.retireAgreement(b, { agreementId: agreement.id, commandId: newCommandId() });
    expect(answer).toEqual(ok);
    expect(await letGo(a)).toHaveLength(1);
  });

  it("rests while the check-in that it was made in does", async () => {
    const { a, b, checkInId, agreement } = await addAgreement();
    await act(a, checkInId, { type: "pause", minutes: 20 });
    const answer = await agreements.retireAgreement(b, { agreementId: agreement.id, commandId: newCommandId() });
    expect(answer).toEqual(refused("onBreak"));
    expect(await standing(a)).toHaveLength(1);
  });
});

describe("a review", () => {
  it("is each one's own: nothing of it is told to the other", async () => {
    const { a, b, agreement } = await addAgreement();
    expect(await review(a, agreement.id, "partly")).toEqual(ok);
    expect((await standing(a))[0]?.reviewed).toBe("partly");
    expect((await standing(b))[0]?.reviewed).toBeNull();
    expect(JSON.stringify(await standing(b))).not.toContain("partly");
  });

  it("counts once a week for each: the later answer stands, and a retry changes nothing", async () => {
    const { a, b, agreement } = await addAgreement();
    const commandId = newCommandId();
    await review(a, agreement.id, "kept");
    expect(await review(a, agreement.id, "change", commandId)).toEqual(ok);
    expect(await review(a, agreement.id, "change", commandId)).toEqual(ok);
    await review(b, agreement.id, "kept");
    expect(await agreements.countReviews(a)).toEqual({ kept: 1, partly: 0, change: 1 });
    expect(await agreements.countReviews(b)).toEqual(await agreements.countReviews(a));
  });

  it("is asked for of the oldest one that somebody has not looked at for a week, each for themselves", async () => {
    const first = await addAgreement();
    const { a, b } = first;
    expect(await agreements.findUnreviewed(a)).toBeNull();
    await age(first.agreement.id, 8);
    expect((await agreements.findUnreviewed(a))?.id).toBe(first.agreement.id);
    await review(a, first.agreement.id, "kept");
    expect(await agreements.findUnreviewed(a)).toBeNull();
    expect((await agreements.findUnreviewed(b))?.id).toBe(first.agreement.id);
    await prisma().agreementReview.updateMany({ data: { at: new Date(Date.now() - 8 * day) } });
    expect((await agreements.findUnreviewed(a))?.id).toBe(first.agreement.id);
  });

  it("is refused for what was let go, and for what is another couple's as for what never was", async () => {
    const [mine, theirs] = [await addAgreement(), await addAgreement()];
    await agreements.retireAgreement(mine.a, { agreementId: mine.agreement.id, commandId: newCommandId() });
    expect(await review(mine.b, mine.agreement.id, "kept")).toEqual(refused("letGo"));
    expect(await review(mine.b, theirs.agreement.id, "kept")).toEqual(refused("notFound"));
    expect(await review(mine.b, newCommandId(), "kept")).toEqual(refused("notFound"));
    const kept = newCommandId();
    await review(theirs.a, theirs.agreement.id, "kept", kept);
    const another = await addAgreement();
    expect((await review(another.a, another.agreement.id, "kept", kept)).ok).toBe(false);
  });
});

describe("changing an agreement", () => {
  it("takes two yeses, and the second is to exactly the words that were offered", async () => {
    const { a, b, agreement } = await addAgreement();
    const { offerId, answer } = await offer(a, agreement.id, "new");
    expect(answer).toEqual(ok);
    expect((await standing(b))[0]).toMatchObject({ changed: null, offered: { seat: "A", commandId: offerId } });
    expect(await agreements.acceptChange(a, { agreementId: agreement.id, offerId })).toEqual(refused("offerGone"));
    const newer = await offer(a, agreement.id, "newer");
    expect(await agreements.acceptChange(b, { agreementId: agreement.id, offerId })).toEqual(refused("offerGone"));
    expect(await agreements.acceptChange(b, { agreementId: agreement.id, offerId: newer.offerId })).toEqual(ok);
    expect(await agreements.acceptChange(b, { agreementId: agreement.id, offerId: newer.offerId })).toEqual(ok);
    expect((await standing(a))[0]).toMatchObject({
      offered: null,
      changed: { kind: "agreement", seat: "A", commandId: newer.offerId, words: sealedOf("newer") },
    });
  });

  it("of two offers at the same moment one is laid down, and the other is told to read it first", async () => {
    const { a, b, agreement } = await addAgreement();
    const both = await Promise.all([offer(a, agreement.id, "mine"), offer(b, agreement.id, "yours")]);
    expect(both.map(({ answer }) => (answer.ok ? "ok" : answer.refusal)).sort()).toEqual(["offeredAlready", "ok"]);
    expect((await standing(a))[0]?.offered?.commandId).toBe(both.find(({ answer }) => answer.ok)?.offerId);
  });

  it("of a yes and a taking back at the same moment one is first, and both hear which", async () => {
    const { a, b, agreement } = await addAgreement();
    const { offerId } = await offer(a, agreement.id);
    const at = { agreementId: agreement.id, offerId };
    const [yes, back] = await Promise.all([agreements.acceptChange(b, at), agreements.dropChange(a, at)]);
    const changed = (await standing(a))[0]?.changed?.commandId ?? null;
    expect([yes, back]).toEqual(changed === offerId ? [ok, refused("agreedAlready")] : [refused("offerGone"), ok]);
  });

  it("ends by a not now, which leaves everything as it was and the way open", async () => {
    const { a, b, agreement } = await addAgreement();
    const { offerId } = await offer(a, agreement.id);
    const at = { agreementId: agreement.id, offerId };
    expect(await agreements.dropChange(b, at)).toEqual(ok);
    expect(await agreements.dropChange(b, at)).toEqual(ok);
    expect((await standing(b))[0]).toMatchObject({ changed: null, offered: null });
    expect((await offer(b, agreement.id)).answer).toEqual(ok);
  });

  it("is refused for what was let go, what is another couple's, and after an unlink", async () => {
    const [mine, theirs] = [await addAgreement(), await addAgreement()];
    expect((await offer(mine.a, theirs.agreement.id)).answer).toEqual(refused("notFound"));
    const { offerId } = await offer(theirs.a, theirs.agreement.id);
    const at = { agreementId: theirs.agreement.id, offerId };
    expect(await agreements.acceptChange(mine.b, at)).toEqual(refused("notFound"));
    expect(await agreements.dropChange(mine.b, at)).toEqual(refused("notFound"));
    await unlink(theirs.b);
    expect((await agreements.acceptChange(theirs.b, at)).ok).toBe(false);
    expect((await offer(theirs.a, theirs.agreement.id)).answer.ok).toBe(false);
    expect((await standing(theirs.a))[0]).toMatchObject({ changed: null });
    await agreements.retireAgreement(mine.a, { agreementId: mine.agreement.id, commandId: newCommandId() });
    expect((await offer(mine.b, mine.agreement.id)).answer).toEqual(refused("letGo"));
  });

  it("shows a value that is none of ours as one that does not open, beside all that do", async () => {
    const { a, agreement } = await addAgreement();
    await pool().query(`UPDATE "Agreement" SET "request" = '"no box"' WHERE "id" = $1`, [agreement.id]);
    const [listed] = await standing(a);
    expect(listed?.request.words).toMatchObject({ v: 1 });
    expect(listed?.answer.words).toEqual(sealedOf("shorter"));
  });
});

describe("agreements from before they had rows", () => {
  const folder = readdirSync("prisma/migrations").find((name) => name.endsWith("agreements_so_far")) ?? "";
  const backfill = () => pool().query(readFileSync(`prisma/migrations/${folder}/migration.sql`, "utf8"));

  it("get the very rows that they would have got, let go or not", async () => {
    const [stands, gone, none] = [await addAgreement(), await addAgreement(), await addWish()];
    await act(gone.b, gone.checkInId, { type: "retire", agreement: gone.agreement.id });
    await act(none.a, none.checkInId, { type: "settle", keep: true });
    await act(none.b, none.checkInId, { type: "settle", keep: false });
    const rows = () => prisma().agreement.findMany({ orderBy: { id: "asc" } });
    const before = await rows();
    expect(before.filter(({ coupleId }) => coupleId === stands.a.coupleId)).toHaveLength(1);
    await prisma().agreement.deleteMany();
    await backfill();
    const ours = (row: { coupleId: string }) => [stands, gone, none].some(({ a }) => a.coupleId === row.coupleId);
    expect((await rows()).filter(ours)).toEqual(before.filter(ours));
    await backfill();
    expect((await rows()).filter(ours)).toEqual(before.filter(ours));
  });

  it("are not guessed at where both went back", async () => {
    const checkIn = await addAgreement();
    for (const one of [checkIn.a, checkIn.b]) await act(one, checkIn.checkInId, { type: "goBack" });
    await backfill();
    expect(await standing(checkIn.a)).toEqual([]);
  });
});

it("a check-in without any agreement leaves no row", async () => {
  const { a, checkInId } = await addCheckIn();
  await act(a, checkInId, { type: "endKindly", words: null });
  expect(await standing(a)).toEqual([]);
});
