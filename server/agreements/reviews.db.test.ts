import { describe, expect, it } from "vitest";
import type { ReviewAnswer } from "@/lib/agreements/agreement";
import type { CommandId } from "@/lib/ids";
import * as agreements from "@/server/agreements/service";
import { addAgreement, standing } from "@/server/agreements/test-kit";
import { newCommandId } from "@/server/check-ins/test-kit";
import type { Partnership } from "@/server/couples/service";
import { prisma } from "@/server/database/client";
import { openTestDatabase } from "@/server/database/test-database";

openTestDatabase();

const review = (partnership: Partnership, agreementId: CommandId, answer: ReviewAnswer, commandId = newCommandId()) =>
  agreements.reviewAgreement(partnership, { agreementId, answer, commandId });

const ok = { ok: true, value: null };

const refused = (refusal: string) => ({ ok: false, refusal });

const day = 24 * 3_600_000;

const age = (agreementId: string, days: number) =>
  prisma().agreement.updateMany({
    where: { id: agreementId },
    data: { agreedAt: new Date(Date.now() - days * day) },
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
