import { describe, expect, it } from "vitest";
import { sealedOf } from "@/lib/check-in/test-kit";
import * as agreements from "@/server/agreements/service";
import { addAgreement, offer, standing } from "@/server/agreements/test-kit";
import { newCommandId } from "@/server/check-ins/test-kit";
import { unlink } from "@/server/couples/service";
import { pool } from "@/server/database/client";
import { openTestDatabase } from "@/server/database/test-database";

openTestDatabase();

const ok = { ok: true, value: null };
const refused = (refusal: string) => ({ ok: false, refusal });

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
