import { readableDays } from "@/server/couples/former";
import * as repository from "@/server/keeping/erasing-repository";
import { inTransaction } from "@/server/keeping/repository";
import { graceMs } from "@/server/keeping/retention";
import { log } from "@/server/log";

const day = 24 * 3_600_000;
const batch = 500;

/**
 * The nightly job: check-ins that were kept for long enough, and what couples leave behind whose 30 days are over. Safe to run
 * again and on several nodes; what one of them does not finish the next night does.
 *
 * @returns how many check-ins were erased and how many couples closed
 * @throws when the database cannot be reached
 */
export async function eraseExpired(now = new Date()): Promise<{ checkIns: number; couples: number }> {
  const shortenedBefore = new Date(now.getTime() - graceMs);
  let checkIns = 0;
  for (;;) {
    const erased = await repository.eraseOldCheckIns({ now, shortenedBefore, limit: batch });
    checkIns += erased;
    if (erased < batch) break;
  }
  let couples = 0;
  for (const coupleId of await repository.listToClose(new Date(now.getTime() - readableDays * day), batch)) {
    if (await inTransaction((tx) => repository.closeCouple(tx, coupleId, now))) couples += 1;
  }
  await inTransaction(repository.dropNeedlessKeys);
  if (checkIns + couples > 0)
    log.info({ kind: "eraseExpired", checkIns, couples }, "what was kept long enough is erased");
  return { checkIns, couples };
}
