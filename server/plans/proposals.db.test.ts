import { describe, expect, it } from "vitest";
import type { Sealed } from "@/lib/sealing/sealed";
import { findRunning, openCheckIn } from "@/server/check-ins/service";
import { newCommandId } from "@/server/check-ins/test-kit";
import { unlink } from "@/server/couples/service";
import { addCouple } from "@/server/couples/test-people";
import { prisma } from "@/server/database/client";
import { openTestDatabase } from "@/server/database/test-database";
import { answerProposal } from "@/server/plans/answers";
import { lapseProposal } from "@/server/plans/due";
import { propose, withdrawProposal } from "@/server/plans/proposals";
import { a, b, coupleId, mara, sam, startPlanning } from "@/server/plans/table-test-kit";
import {
  day,
  instantOf,
  listJobs,
  listNotices,
  minute,
  must,
  newProposalId,
  proposalOf,
  wallIn,
} from "@/server/plans/test-kit";

openTestDatabase();
startPlanning();

const rowOf = (id: string) => prisma().proposal.findUniqueOrThrow({ where: { id } });
const yes = (proposalId: ReturnType<typeof newProposalId>, time: number | null = null) =>
  ({ proposalId, answer: "yes", time, mode: "written" }) as const;
const no = (proposalId: ReturnType<typeof newProposalId>) => ({ proposalId, answer: "notToday" }) as const;

const pass = (id: string) =>
  prisma().proposal.update({ where: { id }, data: { lapsesAt: new Date(Date.now() - minute) } });

describe("asking", () => {
  it("keeps the sealed words and the times, leaves a job for the lapse behind, and tells the other alone", async () => {
    const words: Sealed = { v: 1, n: "AAAAAAAAAAAAAAAA", c: "c29mdA" };
    const input = proposalOf({ words, times: [wallIn(2 * day), wallIn(day)] });
    expect(must(await propose(a, input))).toEqual({ proposalId: input.proposalId });
    const row = await rowOf(input.proposalId);
    expect(row).toMatchObject({ seat: "A", status: "open", openCoupleId: coupleId, words });
    expect(row.times.map((time) => time.getTime())).toEqual([instantOf(day), instantOf(2 * day)]);
    expect(await listJobs(`%${input.proposalId}`)).toEqual([
      { key: `lapseProposal/${input.proposalId}`, runAt: row.lapsesAt },
    ]);
    const told = await listNotices(coupleId);
    expect(new Set(told.map(({ personId, kind }) => `${kind} ${personId}`))).toEqual(
      new Set([`proposalCame ${sam.personId}`]),
    );
  });

  it("again by the same id changes nothing and is answered alike, also after it is over", async () => {
    const input = proposalOf();
    await propose(a, input);
    expect(must(await propose(a, input))).toEqual({ proposalId: input.proposalId });
    await withdrawProposal(a, input);
    expect(must(await propose(a, input))).toEqual({ proposalId: input.proposalId });
    expect((await rowOf(input.proposalId)).status).toBe("withdrawn");
    expect(await propose(b, input)).toEqual({ ok: false, refusal: "invalid" });
  });

  it.each([
    ["pastTime", { times: [wallIn(-day)] }],
    ["tooFarAhead", { times: [wallIn(400 * day)] }],
    ["sameTimeTwice", { times: [wallIn(day), wallIn(day)] }],
    ["tooMany", { times: [1, 2, 3, 4].map((days) => wallIn(days * day)) }],
    ["skippedTime", { times: [{ date: "2027-03-28", time: "02:30", zone: "Europe/Berlin" }] }],
    ["doubledTime", { times: [{ date: "2027-10-31", time: "02:30", zone: "Europe/Berlin" }] }],
    ["unknownZone", { times: [{ date: "2027-10-31", time: "02:30", zone: "Moon/Base" }] }],
    ["invalid", { guideId: "none such" }],
    ["noLongerOpen", { counterOf: newProposalId() }],
  ])("is refused as %s, and nothing is left behind", async (refusal, more) => {
    const input = proposalOf(more);
    expect(await propose(a, input)).toMatchObject({ ok: false, refusal });
    expect(await prisma().proposal.findUnique({ where: { id: input.proposalId } })).toBeNull();
    expect(await listJobs(`%${input.proposalId}`)).toEqual([]);
    expect(await listNotices(coupleId)).toEqual([]);
  });

  it("by both at the same moment opens one, and tells the slower that one is open", async () => {
    const answers = await Promise.all([propose(a, proposalOf()), propose(b, proposalOf()), propose(a, proposalOf())]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.refusal === "oneIsOpen")).toHaveLength(2);
    expect(await prisma().proposal.count({ where: { coupleId } })).toBe(1);
  });

  it("rests for twelve hours after a not today or a lapse, for the one who asked alone", async () => {
    const input = proposalOf();
    await propose(a, input);
    must(await answerProposal(b, no(input.proposalId)));
    const answer = await propose(a, proposalOf());
    expect(answer).toMatchObject({ ok: false, refusal: "restingUntil" });
    if (answer.ok || answer.until === undefined) throw new Error("no instant");
    expect(Math.abs(answer.until - Date.now() - 12 * 60 * minute)).toBeLessThan(minute);
    const theirs = proposalOf();
    must(await propose(b, theirs));
    await pass(theirs.proposalId);
    expect(await propose(b, proposalOf())).toMatchObject({ ok: false, refusal: "restingUntil" });
  });

  it("rests shorter only where both wish so", async () => {
    const input = proposalOf();
    await propose(a, input);
    await answerProposal(b, no(input.proposalId));
    await prisma().noticeSettings.create({ data: { personId: mara.personId, proposalRestHours: 0 } });
    expect(await propose(a, proposalOf())).toMatchObject({ ok: false, refusal: "restingUntil" });
    await prisma().noticeSettings.create({ data: { personId: sam.personId, proposalRestHours: 0 } });
    expect(await propose(a, proposalOf())).toMatchObject({ ok: true });
  });

  it("is taken back by its asker alone, together with what was on its way; and then one may ask at once", async () => {
    const input = proposalOf();
    await propose(a, input);
    expect(await withdrawProposal(b, input)).toEqual({ ok: false, refusal: "notYours" });
    expect(await withdrawProposal(a, input)).toEqual({ ok: true, value: null });
    expect(await withdrawProposal(a, input)).toEqual({ ok: true, value: null });
    expect(await listNotices(coupleId)).toEqual([]);
    expect(await listJobs(`%${input.proposalId}`)).toEqual([]);
    expect(await propose(a, proposalOf())).toMatchObject({ ok: true });
  });

  it("lapses at its time and not before, once", async () => {
    const input = proposalOf();
    await propose(a, input);
    await lapseProposal({ coupleId, proposalId: input.proposalId });
    expect((await rowOf(input.proposalId)).status).toBe("open");
    const { lapsesAt } = await pass(input.proposalId);
    await lapseProposal({ coupleId, proposalId: input.proposalId });
    await lapseProposal({ coupleId, proposalId: input.proposalId });
    expect(await rowOf(input.proposalId)).toMatchObject({ status: "lapsed", openCoupleId: null, answeredAt: lapsesAt });
  });
});

describe("answering", () => {
  it("yes to a time plans it with a lapse, reminders and calendars for both, and says so to the asker", async () => {
    const input = proposalOf({ times: [wallIn(day), wallIn(2 * day)] });
    await propose(a, input);
    const answer = must(await answerProposal(b, yes(input.proposalId, instantOf(2 * day))));
    expect(must(await answerProposal(b, yes(input.proposalId, instantOf(2 * day))))).toEqual(answer);
    const rows = await prisma().plannedCheckIn.findMany({ where: { coupleId } });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      id: answer.plannedId,
      status: "planned",
      sequence: 0,
      proposalId: input.proposalId,
    });
    expect(rows[0]?.startsAt.getTime()).toBe(instantOf(2 * day));
    expect(await listJobs(`lapse%`)).toContainEqual({
      key: `lapsePlanned/${answer.plannedId}`,
      runAt: new Date(instantOf(2 * day) + 60 * minute),
    });
    const told = (await listNotices(coupleId)).map(({ personId, channel, kind }) => `${kind} ${channel} ${personId}`);
    expect(told.sort()).toEqual(
      [mara, sam]
        .flatMap(({ personId }) => [
          `calendar mail ${personId}`,
          `reminder mail ${personId}`,
          `reminder push ${personId}`,
        ])
        .concat([`proposalAnswered mail ${mara.personId}`, `proposalAnswered push ${mara.personId}`])
        .sort(),
    );
    const changes = await prisma().change.findMany({ where: { coupleId } });
    expect(changes.map(({ kind, seat, detail }) => [kind, seat, detail])).toEqual([
      ["planned", "B", { to: instantOf(2 * day), zone: "Europe/Berlin" }],
    ]);
  });

  it("yes to now opens one check-in for both, and again answers with the same", async () => {
    const input = proposalOf();
    await propose(a, input);
    const answers = await Promise.all([1, 2, 3].map(() => answerProposal(b, yes(input.proposalId))));
    const ids = new Set(answers.map((answer) => must(answer).checkInId));
    expect([...ids]).toEqual([(await findRunning(a))?.checkInId]);
    expect(await prisma().plannedCheckIn.findMany({ where: { coupleId } })).toMatchObject([{ status: "started" }]);
  });

  it("for now, while one runs, says which", async () => {
    const running = must(await openCheckIn(b, { guideId: "standard", mode: "written", commandId: newCommandId() }));
    expect(await propose(a, proposalOf())).toEqual({ ok: false, refusal: "alreadyRunning", ...running });
    expect(await propose(a, proposalOf({ times: [wallIn(day)] }))).toMatchObject({ ok: true });
  });

  it("yes to now while one runs says which, and the proposal stays", async () => {
    const input = proposalOf();
    await propose(a, input);
    const running = must(await openCheckIn(a, { guideId: "standard", mode: "written", commandId: newCommandId() }));
    expect(await answerProposal(b, yes(input.proposalId))).toEqual({
      ok: false,
      refusal: "alreadyRunning",
      checkInId: running.checkInId,
    });
    expect((await rowOf(input.proposalId)).status).toBe("open");
  });

  it("two different ones at once: one counts, the other is told that it is no longer open", async () => {
    const input = proposalOf({ times: [wallIn(day), wallIn(2 * day)] });
    await propose(a, input);
    const { proposalId } = input;
    const answers = await Promise.all([
      answerProposal(b, yes(proposalId, instantOf(day))),
      answerProposal(b, yes(proposalId, instantOf(2 * day))),
      answerProposal(b, no(proposalId)),
      withdrawProposal(a, { proposalId }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.refusal === "noLongerOpen")).toHaveLength(3);
    expect(await prisma().plannedCheckIn.count({ where: { coupleId } })).toBeLessThan(2);
  });

  it("is refused to the asker, for a time that was not offered or has gone by, and after a lapse nobody noted", async () => {
    const input = proposalOf({ times: [wallIn(day), wallIn(2 * day)] });
    await propose(a, input);
    const { proposalId } = input;
    expect(await answerProposal(a, yes(proposalId, instantOf(day)))).toEqual({ ok: false, refusal: "notYours" });
    expect(await answerProposal(b, yes(proposalId, instantOf(3 * day)))).toEqual({ ok: false, refusal: "invalid" });
    expect(await answerProposal(b, yes(proposalId))).toEqual({ ok: false, refusal: "invalid" });
    const gone = new Date(instantOf(-day));
    await prisma().proposal.update({ where: { id: proposalId }, data: { times: [gone, new Date(instantOf(day))] } });
    expect(await answerProposal(b, yes(proposalId, gone.getTime()))).toEqual({ ok: false, refusal: "pastTime" });
    await pass(proposalId);
    expect(await answerProposal(b, yes(proposalId, instantOf(day)))).toEqual({ ok: false, refusal: "noLongerOpen" });
    expect(await prisma().plannedCheckIn.count({ where: { coupleId } })).toBe(0);
  });

  it("with other times puts one's own proposal in its place", async () => {
    const first = proposalOf({ times: [wallIn(day)] });
    await propose(a, first);
    const counter = proposalOf({ times: [wallIn(3 * day)], counterOf: first.proposalId });
    expect(await propose(a, counter)).toEqual({ ok: false, refusal: "notYours" });
    must(await propose(b, counter));
    expect(must(await propose(b, counter))).toEqual({ proposalId: counter.proposalId });
    expect((await rowOf(first.proposalId)).status).toBe("countered");
    expect(await answerProposal(b, yes(first.proposalId, instantOf(day)))).toMatchObject({ refusal: "noLongerOpen" });
    const told = await listNotices(coupleId);
    expect(told.map(({ kind, personId }) => [kind, personId])).toEqual([
      ["proposalAnswered", mara.personId],
      ["proposalAnswered", mara.personId],
    ]);
    expect(must(await answerProposal(a, yes(counter.proposalId, instantOf(3 * day)))).plannedId).not.toBeNull();
  });

  it("another couple's proposal is answered as one that never was", async () => {
    const theirs = (await addCouple()).seats;
    const input = proposalOf();
    await propose(theirs[0], input);
    for (const { proposalId } of [input, proposalOf()]) {
      expect(await answerProposal(b, yes(proposalId))).toEqual({ ok: false, refusal: "noLongerOpen" });
      expect(await answerProposal(b, no(proposalId))).toEqual({ ok: false, refusal: "noLongerOpen" });
      expect(await withdrawProposal(b, { proposalId })).toEqual({ ok: false, refusal: "noLongerOpen" });
      expect(await propose(b, proposalOf({ counterOf: proposalId }))).toEqual({ ok: false, refusal: "noLongerOpen" });
    }
    expect((await rowOf(input.proposalId)).status).toBe("open");
  });

  it("after an unlink nobody asks or answers any more", async () => {
    const input = proposalOf();
    await propose(a, input);
    await unlink(a);
    expect(await answerProposal(b, yes(input.proposalId))).toEqual({ ok: false, refusal: "notLinked" });
    expect(await propose(b, proposalOf())).toEqual({ ok: false, refusal: "notLinked" });
  });

  it("an unlink takes back what was asked and all that waits because of it", async () => {
    const { proposalId } = must(await propose(a, proposalOf({ times: [wallIn(day)] })));
    const waiting = async () => (await listNotices(coupleId)).filter(({ subject }) => subject.includes(proposalId));
    expect([(await waiting()).length > 0, (await listJobs(`%${proposalId}`)).length]).toEqual([true, 1]);
    must(await unlink(b));
    expect((await rowOf(proposalId)).status).toBe("withdrawn");
    expect([await waiting(), await listJobs(`%${proposalId}`)]).toEqual([[], []]);
  });
});
