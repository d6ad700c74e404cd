import { type PersonId, personIdSchema, type Seat } from "@/lib/ids";
import { graceHours, isLonger, isShorter, type KeepDays } from "@/lib/keeping/keep-days";
import type { NoticeRequest } from "@/lib/notices/notice";
import { ok, type Result, refuse } from "@/lib/result";
import { despiteCollisions } from "@/server/couples/collisions";
import type { Partnership } from "@/server/couples/service";
import * as repository from "@/server/keeping/repository";
import { log } from "@/server/log";
import { enqueueNotices } from "@/server/notices/service";
import { listChange } from "@/server/plans/changes";
import { publish } from "@/server/publish";

const hour = 3_600_000;
export const graceMs = graceHours * hour;

/** How long check-ins are kept, as one of the two sees it. Instants in epoch milliseconds. */
export type Keeping = {
  days: KeepDays;
  /** A longer time that somebody has asked for. */
  asked: { days: KeepDays; byMe: boolean } | null;
  /** When the grace of the last shortening ends; null when it is over. */
  graceUntil: number | null;
};

export type KeepRefusal = "notLinked" | "notShorter" | "notLonger" | "askedForOther" | "nothingAsked";

export async function findKeeping({ coupleId, seat }: Partnership): Promise<Keeping> {
  const row = await repository.getKeeping(coupleId);
  const graceUntil = row.keepShortenedAt === null ? 0 : row.keepShortenedAt.getTime() + graceMs;
  return {
    days: row.keepDays,
    asked: row.longerAskedBy && { days: askedDays(row), byMe: row.longerAskedBy === seat },
    graceUntil: graceUntil > Date.now() ? graceUntil : null,
  };
}

/** How many check-ins are older than each of these times, so that it is seen beforehand what a shortening lets go. */
export const countOlder = ({ coupleId }: Partnership, days: readonly number[]): Promise<number[]> =>
  Promise.all(days.map((one) => repository.countEndedBefore(coupleId, before(one, new Date()))));

/** By either alone, at once. What is older goes after a day's grace, in which the other can export. */
export const shorten = (partnership: Partnership, days: number) =>
  change(partnership, async (tx, row, now) => {
    if (!isShorter(row.keepDays, days)) return refuse("notShorter");
    await repository.setKeeping(tx, partnership.coupleId, {
      keepDays: days,
      keepShortenedAt: now,
      longerKeepDays: null,
      longerAskedBy: null,
    });
    await listChange({ tx, coupleId: partnership.coupleId, seat: partnership.seat, now }, "keepShortened", { days });
    await tell(tx, partnership, now, "keepChanged", days);
    return ok(null);
  });

/** Longer takes both: this asks, and where the other has asked for the very same it says yes. */
export const askLonger = (partnership: Partnership, days: KeepDays) =>
  change(partnership, async (tx, row, now) => {
    if (!isLonger(row.keepDays, days)) return refuse("notLonger");
    const theirs = row.longerAskedBy === partnership.other.seat;
    if (theirs && askedDays(row) === days) return lengthen(tx, partnership, days, now);
    await repository.setKeeping(tx, partnership.coupleId, {
      longerKeepDays: days ?? 0,
      longerAskedBy: partnership.seat,
    });
    await tell(tx, partnership, now, "keepAsked", days);
    return ok(null);
  });

/** The other's yes or no to what was asked. `askedForOther`: it has become another question meanwhile. */
export const answerLonger = (partnership: Partnership, days: KeepDays, yes: boolean) =>
  change(partnership, async (tx, row, now) => {
    if (row.longerAskedBy !== partnership.other.seat) return refuse("nothingAsked");
    if (askedDays(row) !== days) return refuse("askedForOther");
    if (yes) return lengthen(tx, partnership, days, now);
    await repository.setKeeping(tx, partnership.coupleId, { longerKeepDays: null, longerAskedBy: null });
    return ok(null);
  });

/** Whoever asked may stop asking. */
export const stopAsking = (partnership: Partnership) =>
  change(partnership, async (tx, row) => {
    if (row.longerAskedBy !== partnership.seat) return refuse("nothingAsked");
    await repository.setKeeping(tx, partnership.coupleId, { longerKeepDays: null, longerAskedBy: null });
    return ok(null);
  });

type Row = NonNullable<Awaited<ReturnType<typeof repository.lockKeeping>>>;

const askedDays = ({ longerKeepDays }: Pick<Row, "longerKeepDays">): KeepDays =>
  longerKeepDays === 0 ? null : longerKeepDays;

const before = (days: number, now: Date) => new Date(now.getTime() - days * 24 * hour);

async function lengthen(tx: repository.Transaction, partnership: Partnership, days: KeepDays, now: Date) {
  const { coupleId, seat } = partnership;
  await repository.setKeeping(tx, coupleId, { keepDays: days, longerKeepDays: null, longerAskedBy: null });
  await listChange({ tx, coupleId, seat, now }, "keepLengthened", { days });
  await tell(tx, partnership, now, "keepChanged", days);
  return ok(null);
}

async function change<R extends KeepRefusal>(
  partnership: Partnership,
  write: (tx: repository.Transaction, row: Row, now: Date) => Promise<Result<null, R>>,
): Promise<Result<null, R | "notLinked">> {
  const { coupleId, personId, other, seat } = partnership;
  const done = await despiteCollisions(() =>
    repository.inTransaction(async (tx) => {
      const row = await repository.lockKeeping(tx, partnership);
      return row === null ? refuse("notLinked") : write(tx, row, new Date());
    }),
  );
  if (!done.ok) return done;
  log.info({ coupleId, seat, kind: "keeping" }, "how long check-ins are kept was changed or asked to be");
  publish({ type: "homeChanged", personIds: [personId, other.personId] });
  return done;
}

const tell = (
  tx: repository.Transaction,
  { coupleId, other }: { coupleId: Partnership["coupleId"]; other: { personId: PersonId; seat: Seat } },
  now: Date,
  kind: "keepChanged" | "keepAsked",
  days: KeepDays,
): Promise<void> => {
  const personId = personIdSchema.parse(other.personId);
  const subject = `${kind}/${coupleId}/${now.getTime()}`;
  const request: NoticeRequest = { personId, coupleId, kind, subject, dueAt: now, detail: { days } };
  return enqueueNotices(tx, [request]);
};
