import { createInterface } from "node:readline";
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { addCouple } from "@/server/couples/test-people";
import { pool, prisma } from "@/server/database/client";
import { openTestDatabase } from "@/server/database/test-database";
import { startMailServer, type TestMailServer } from "@/server/mail/test-mail-server";
import { inTransaction } from "@/server/notices/repository";
import { enqueueNotices } from "@/server/notices/service";
import { addPlanned } from "@/server/notices/test-kit";
import { startTestProcess } from "@/server/test-process";

const database = openTestDatabase();
const deadAfter = 1_500;
// The whole of it, by hand: KILLS=50 NOTICES=500.
const kills = Number(process.env.KILLS ?? 5);
const notices = Number(process.env.NOTICES ?? 60);

let mail: TestMailServer;
beforeEach(async () => {
  mail = await startMailServer();
  mail.thinks = () => Math.random() * 120;
});
afterEach(() => mail.close());

/** A worker that has loaded everything and waits for `go`. What it logs is gathered. */
function standBy(logged: string[]) {
  const { child, firstLine } = startTestProcess(
    "server/notices/test-worker-process.ts",
    [database.url(), `${deadAfter}`, `${deadAfter}`],
    {
      SMTP_URL: mail.url,
      NEXTAUTH_SECRET: "a secret of this test alone, long enough",
      NEXTAUTH_URL: "https://heard.example",
      LOG_LEVEL: "info",
    },
  );
  if (child.stdout) createInterface({ input: child.stdout }).on("line", (line) => logged.push(line));
  onTestFinished(() => void child.kill("SIGKILL"));
  return { loaded: firstLine, go: () => void child.stdin?.write("go\n"), kill: () => void child.kill("SIGKILL") };
}

/** So many reminders, due within a second or two, to the four people of two couples. @returns their ids */
async function fallDue(count: number): Promise<string[]> {
  const couples = [await addCouple(), await addCouple()];
  const people = couples.flatMap(({ seats }) => seats);
  await prisma().noticeSettings.createMany({
    data: people.map(({ personId }) => ({ personId, push: false, quietFrom: null, quietUntil: null })),
  });
  const startsAt = new Date(Date.now() + 3_600_000);
  const detail = { startsAt: startsAt.getTime() };
  for (let at = 0; at < count; at += people.length) {
    for (const { coupleId, personId } of people) {
      const { id, plannedId } = await addPlanned(coupleId, startsAt);
      const dueAt = new Date(Date.now() + at * 5);
      const one = { personId, coupleId, kind: "reminder", dueAt, subject: `reminder/${id}/0` } as const;
      await inTransaction((tx) => enqueueNotices(tx, [{ ...one, detail: { ...detail, plannedId } }]));
    }
  }
  return (await prisma().notice.findMany({ select: { id: true } })).map(({ id }) => id);
}

/** Kills a worker in the middle of its work, again and again, and lets the last one finish. */
async function killAndFinish(count: number, times: number) {
  const logged: string[] = [];
  const ids = await fallDue(count);
  // Less than a fair share, so that there is work left for the last one too.
  const eachLife = Math.max(1, Math.floor((count * 0.6) / (times + 1)));
  let next = standBy(logged);
  for (let killed = 0; killed < times; killed++) {
    const worker = next;
    await worker.loaded;
    next = standBy(logged);
    const before = mail.taken.length;
    worker.go();
    // In the middle of its work: it has handed something over since it began, and more of it is on its way.
    await vi.waitFor(() => expect(mail.taken.length).toBeGreaterThanOrEqual(before + eachLife), {
      timeout: 20_000,
      interval: 1 + Math.random() * 20,
    });
    worker.kill();
  }
  await next.loaded;
  next.go();
  const over = ["sent", "unsure", "undeliverable", "dropped"] as const;
  await vi.waitFor(
    async () => {
      // What graphile-worker's cron does each minute, sooner.
      await pool().query(`SELECT graphile_worker.add_job('sweepNotices', '{}', job_key := 'sweepNotices')`);
      expect(await prisma().notice.count({ where: { status: { notIn: [...over] } } })).toBe(0);
    },
    { timeout: 60_000, interval: 500 },
  );
  next.kill();
  const arrived = new Map(ids.map((id) => [id, 0]));
  for (const { raw } of mail.taken) {
    const id = /^Message-ID: <([^@]+)@/im.exec(raw)?.[1] ?? "";
    arrived.set(id, (arrived.get(id) ?? 0) + 1);
  }
  const rows = await prisma().notice.findMany({ select: { id: true, status: true } });
  const saidUnsure = logged.flatMap((line) => (line.includes("may or may not have arrived") ? [noticeOf(line)] : []));
  return { arrived, rows, saidUnsure, doubled: [...arrived.values()].filter((times) => times > 1).length };
}

function noticeOf(line: string): unknown {
  const record: unknown = JSON.parse(line);
  return typeof record === "object" && record !== null && "noticeId" in record ? record.noticeId : null;
}

test("a worker killed again and again while reminders fall due: each arrives once, and where nobody can know the log says so", {
  timeout: 60_000 + kills * 12_000,
}, async () => {
  const { arrived, rows, saidUnsure, doubled } = await killAndFinish(notices, kills);
  const unsure = rows.filter(({ status }) => status === "unsure").map(({ id }) => id);
  const onTheWay = unsure.filter((id) => arrived.get(id) === 1).length;
  process.stdout.write(
    `${rows.length} notices, ${kills} kills: ${mail.taken.length} mails taken, ${doubled} doubled, ` +
      `${unsure.length} unsure (${onTheWay} of them taken)\n`,
  );
  expect(rows).toHaveLength(notices);
  expect(doubled).toBe(0);
  for (const { id, status } of rows) {
    expect(["sent", "unsure"]).toContain(status);
    if (status === "sent") expect(arrived.get(id)).toBe(1);
  }
  // Mark and last byte go out with nothing in between (server/mail/smtp.test), so nearly all of these were taken. Not each of them
  // for sure: a kill may fall between the two, and a mail that was marked is never sent again.
  expect(unsure.length - onTheWay).toBeLessThanOrEqual(Math.ceil(kills / 5));
  expect(new Set(saidUnsure)).toEqual(new Set(unsure));
});

test("the same without the mark before the last byte doubles mails, so the count above can fail", {
  timeout: 180_000,
}, async () => {
  // Sabotage in the database alone: whoever writes that a mail is being handed over has written nothing.
  await pool().query(`
      CREATE FUNCTION forget() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.status := 'claimed'; RETURN NEW; END $$`);
  await pool().query(`
      CREATE TRIGGER forget BEFORE UPDATE ON "Notice" FOR EACH ROW WHEN (NEW.status = 'handing') EXECUTE FUNCTION forget()`);
  mail.thinks = () => 100 + Math.random() * 200;
  expect((await killAndFinish(24, 2)).doubled).toBeGreaterThan(0);
});
