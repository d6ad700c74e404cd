import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { sealedOf } from "@/lib/check-in/test-kit";
import * as agreements from "@/server/agreements/service";
import { addAgreement, addWish, keepIt, offer, standing } from "@/server/agreements/test-kit";
import { act, addCheckIn, newCommandId, readLog, readNow } from "@/server/check-ins/test-kit";
import type { Partnership } from "@/server/couples/service";
import { pool, prisma } from "@/server/database/client";
import { openTestDatabase } from "@/server/database/test-database";

openTestDatabase();

const letGo = (partnership: Partnership) => agreements.listLetGo(partnership, null, 10);
const ok = { ok: true, value: null };
const refused = (refusal: string) => ({ ok: false, refusal });

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
