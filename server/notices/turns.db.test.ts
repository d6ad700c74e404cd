import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import type { Command } from "@/lib/check-in/commands";
import { type CheckInId, commandIdSchema } from "@/lib/ids";
import { enter, openCheckIn, run } from "@/server/check-ins/service";
import type { Partnership } from "@/server/couples/service";
import { addCouple } from "@/server/couples/test-people";
import { prisma } from "@/server/database/client";
import { openTestDatabase } from "@/server/database/test-database";
import { lapseBreak, rememberBreaks } from "@/server/notices/breaks";
import { sendNotice } from "@/server/notices/send";
import { awaitAbsent, noLongerAbsent, tellTurn } from "@/server/notices/turns";
import { watchBreaks } from "@/server/notices/watch";
import { absentTurns } from "@/server/realtime/absent-turns";

openTestDatabase();
let mara: Partnership;
let sam: Partnership;
let checkInId: CheckInId;

beforeAll(() => {
  vi.stubEnv("NEXTAUTH_SECRET", "a secret of this test alone, long enough");
});
beforeEach(async () => {
  const couple = await addCouple();
  [mara, sam] = couple.seats;
  const rows = [mara, sam].map(({ personId }) => ({ personId, push: false, quietFrom: null, quietUntil: null }));
  await prisma().noticeSettings.createMany({ data: rows });
  const commandId = commandIdSchema.parse(randomUUID());
  const opened = await openCheckIn(mara, { guideId: "standard", mode: "written", commandId });
  if (!opened.ok) throw new Error(opened.refusal);
  checkInId = opened.value.checkInId;
});

async function stateNow() {
  const state = await enter(mara, checkInId, { keep: false });
  if (state === null) throw new Error("no check-in");
  return state;
}

async function say(who: Partnership, command: Command) {
  const { step } = await stateNow();
  const said = await run(who, checkInId, { commandId: commandIdSchema.parse(randomUUID()), forStep: step, command });
  if (!said.ok) throw new Error(said.refusal);
}

const noticesOf = ({ personId }: Partnership) =>
  prisma().notice.findMany({ where: { personId }, orderBy: { createdAt: "asc" } });
const jobsNamed = (name: string) =>
  prisma().$queryRaw<{ key: string; run_at: Date }[]>`
    SELECT key, run_at FROM graphile_worker.jobs WHERE task_identifier = ${name} AND key LIKE ${`%${checkInId}%`}`;
const turnOf = async ({ coupleId, seat }: Partnership) => ({
  coupleId,
  checkInId,
  seat,
  step: (await stateNow()).step,
});

test("who is not there is told once that the other one is in the lobby; who came gets nothing", async () => {
  await say(mara, { type: "ready" });
  await tellTurn(await turnOf(sam));
  await tellTurn(await turnOf(sam));
  await tellTurn(await turnOf(mara));
  expect((await noticesOf(sam)).map(({ kind }) => kind)).toEqual(["lobbyOpen"]);
  expect(await noticesOf(mara)).toEqual([]);
});

test("a step that has moved on meanwhile is told to nobody", async () => {
  await say(mara, { type: "ready" });
  const before = await turnOf(sam);
  await say(sam, { type: "ready" });
  await tellTurn(before);
  expect(await noticesOf(sam)).toEqual([]);
});

test("an absent partner's turn is one job, replaced by the next step's and taken back when they come", async () => {
  const turn = await turnOf(sam);
  await awaitAbsent(turn);
  await awaitAbsent({ ...turn, step: turn.step + 1 });
  const waiting = await jobsNamed("awaitTurn");
  expect(waiting).toHaveLength(1);
  expect((waiting[0]?.run_at.getTime() ?? 0) - Date.now()).toBeGreaterThan(100_000);
  await noLongerAbsent(turn);
  expect(await jobsNamed("awaitTurn")).toEqual([]);
});

test("a room writes a turn down only for one who is away, and once a step", async () => {
  const turns = absentTurns();
  const { coupleId, seat } = sam;
  const view = { checkInId, seat, step: 1, awaits: [seat], onBreak: null, end: null };
  turns.changed(coupleId, view, true);
  turns.changed(coupleId, { ...view, awaits: ["A", "B"] }, false);
  turns.changed(coupleId, { ...view, awaits: [] }, false);
  turns.changed(coupleId, view, false);
  await vi.waitFor(async () => expect(await jobsNamed("awaitTurn")).toHaveLength(1));
  turns.arrived(checkInId, seat);
  await vi.waitFor(async () => expect(await jobsNamed("awaitTurn")).toHaveLength(0));
});

test("a break leaves one notice each for its end, at its hour even if it is a quiet one, and its own end twelve hours later", async () => {
  onTestFinished(watchBreaks());
  await say(mara, { type: "ready" });
  await say(sam, { type: "ready" });
  await say(mara, { type: "pause", minutes: 20 });
  const { onBreak } = await stateNow();
  const until = new Date(onBreak?.until ?? 0);
  await vi.waitFor(async () => expect(await jobsNamed("lapseBreak")).toHaveLength(1));
  await rememberBreaks();
  for (const who of [mara, sam]) {
    expect((await noticesOf(who)).map(({ kind, dueAt }) => [kind, dueAt])).toEqual([["breakOver", until]]);
  }
  expect((await jobsNamed("lapseBreak"))[0]?.run_at).toEqual(new Date(until.getTime() + 12 * 3_600_000));
  // Whoever is back has done their part.
  await say(mara, { type: "comeBack" });
  const [hers] = await noticesOf(mara);
  const [his] = await noticesOf(sam);
  const now = new Date();
  const minute = now.getUTCHours() * 60 + now.getUTCMinutes();
  await prisma().noticeSettings.update({
    where: { personId: sam.personId },
    data: { quietFrom: (minute + 1430) % 1440, quietUntil: (minute + 60) % 1440 },
  });
  await sendNotice(hers?.id ?? "");
  await sendNotice(his?.id ?? "");
  const statuses = [await noticesOf(mara), await noticesOf(sam)].map(([row]) => row?.status);
  expect(statuses).toEqual(["dropped", "sent"]);
});

test("a break that nobody came back from has ended kindly twelve hours after its time, though nobody looked", async () => {
  await say(mara, { type: "ready" });
  await say(sam, { type: "ready" });
  await say(mara, { type: "pause", minutes: 20 });
  const { onBreak } = await stateNow();
  await lapseBreak(mara.coupleId, checkInId);
  expect((await stateNow()).end).toBeNull();
  vi.useFakeTimers({ toFake: ["Date"], now: (onBreak?.until ?? 0) + 13 * 3_600_000 });
  onTestFinished(() => void vi.useRealTimers());
  await lapseBreak(mara.coupleId, checkInId);
  const row = await prisma().checkIn.findUniqueOrThrow({
    where: { coupleId_id: { coupleId: mara.coupleId, id: checkInId } },
  });
  expect(row.status).toBe("endedEarly");
});
